using static Yakuba.Platform.Role;

namespace Yakuba.Platform;

/// <summary>Which role gives which right: one table, read on every request.</summary>
public static class Rights
{
    private static readonly (Right Right, string Key, string Name, Role[] Roles)[] Table =
    [
        (Right.OwnAccount, "own-account", "自分のアカウント", [Staff, SectionHead, Administrator, Auditor, LegalOfficer]),
        (Right.Ask, "ask", "質問と検索", [Staff, SectionHead, Administrator, Auditor, LegalOfficer]),
        (Right.ReadLibrary, "read-library", "文書の閲覧", [Staff, SectionHead, Administrator, Auditor, LegalOfficer]),
        (Right.EditLibrary, "edit-library", "文書の登録と編集", [Staff, SectionHead, Administrator, LegalOfficer]),
        (Right.ConfirmDocuments, "confirm-documents", "文書の確認と公開", [SectionHead, LegalOfficer]),
        (Right.ManageLibrary, "manage-library", "文書庫の管理", [Administrator, LegalOfficer]),
        (Right.AnswerInquiries, "answer-inquiries", "問い合わせへの回答", [Staff, SectionHead, LegalOfficer]),
        (Right.WriteDrafts, "write-drafts", "起案と決裁", [Staff, SectionHead, Administrator, LegalOfficer]),
        (Right.ManagePeople, "manage-people", "利用者と所属の管理", [Administrator]),
        (Right.ManageSettings, "manage-settings", "設定の変更", [Administrator]),
        (Right.ManageModel, "manage-model", "モデルの管理", [Administrator]),
        (Right.ReadRecord, "read-record", "記録の閲覧", [Auditor, Administrator]),
        (Right.OpenRecordBody, "open-record-body", "回答本文の開示", [Auditor]),
        (Right.ReadHealth, "read-health", "稼働状況の閲覧", [Administrator, Auditor]),
    ];

    /// <summary>All rights, in the order in which people see them.</summary>
    public static IReadOnlyList<Right> All { get; } = [.. Table.Select(r => r.Right)];

    /// <summary>True when one of the roles gives the right.</summary>
    public static bool Give(this IEnumerable<Role> roles, Right right) => Row(right).Roles.Intersect(roles).Any();

    /// <summary>The rights that these roles give together.</summary>
    public static IReadOnlyList<Right> Of(IEnumerable<Role> roles)
    {
        var held = roles.ToHashSet();
        return [.. Table.Where(r => r.Roles.Any(held.Contains)).Select(r => r.Right)];
    }

    /// <summary>The stable key in the store, the record and the API: <c>read-library</c>.</summary>
    public static string ToKey(this Right right) => Row(right).Key;

    /// <summary>The Japanese name: 文書の閲覧.</summary>
    public static string ToName(this Right right) => Row(right).Name;

    /// <summary>Reads a key.</summary>
    /// <returns>Null when there is no such right.</returns>
    public static Right? Parse(string? key)
    {
        var at = Array.FindIndex(Table, r => r.Key == key?.Trim());
        return at < 0 ? null : Table[at].Right;
    }

    private static (Right Right, string Key, string Name, Role[] Roles) Row(Right right) => Table.First(r => r.Right == right);
}
