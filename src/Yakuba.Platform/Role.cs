namespace Yakuba.Platform;

/// <summary>What a person does in the municipality. One person may have several roles.</summary>
public enum Role
{
    /// <summary>住民(匿名): asks about public documents, without an account.</summary>
    Resident,

    /// <summary>職員: asks, drafts, files documents of the own section.</summary>
    Staff,

    /// <summary>所属長: confirms and publishes documents of the own section.</summary>
    SectionHead,

    /// <summary>管理者: people, sections, settings, backups. Sees no more documents than the own section does.</summary>
    Administrator,

    /// <summary>監査: reads the record; opens an answer's body with a reason that is itself recorded.</summary>
    Auditor,

    /// <summary>法規担当: keeps ordinances and rules of every section.</summary>
    LegalOfficer,
}

/// <summary>The roles' names as people write them.</summary>
public static class Roles
{
    private static readonly (Role Role, string Name, string Key)[] Table =
    [
        (Role.Resident, "住民", "resident"),
        (Role.Staff, "職員", "staff"),
        (Role.SectionHead, "所属長", "head"),
        (Role.Administrator, "管理者", "administrator"),
        (Role.Auditor, "監査", "auditor"),
        (Role.LegalOfficer, "法規担当", "legal"),
    ];

    /// <summary>Roles that an account may hold: all but the anonymous resident.</summary>
    public static IEnumerable<Role> OfAccounts => Table.Skip(1).Select(r => r.Role);

    /// <summary>The Japanese name: 管理者, 所属長 …</summary>
    public static string ToName(this Role role) => Table.First(r => r.Role == role).Name;

    /// <summary>The stable key in the store and the record: <c>administrator</c>, <c>head</c> …</summary>
    public static string ToKey(this Role role) => Table.First(r => r.Role == role).Key;

    /// <summary>Reads a Japanese name or a key.</summary>
    /// <returns>Null when there is no such role.</returns>
    public static Role? Parse(string? text)
    {
        foreach (var (role, name, key) in Table)
        {
            if (name == text?.Trim() || key == text?.Trim())
            {
                return role;
            }
        }

        return null;
    }
}
