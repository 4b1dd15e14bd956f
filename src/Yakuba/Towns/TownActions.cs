namespace Yakuba.Towns;

/// <summary>What the operator of an installation does with a town. The same words stand in the installation's log; in the town's own record stands what its auditor must see.</summary>
internal static class TownActions
{
    internal const string Added = "town-added";
    internal const string TakenIn = "town-taken-in";
    internal const string Suspended = "town-suspended";
    internal const string Resumed = "town-resumed";
    internal const string Exported = "town-exported";
    internal const string Administrator = "town-administrator-made";

    /// <summary>In the installation's log only: of the town nothing is left.</summary>
    internal const string Deleted = "town-deleted";

    internal static readonly (string Action, string Words)[] Names =
    [
        (Added, "共同サーバへの登録"), (TakenIn, "書出しからの登録"), (Suspended, "共同サーバでの停止"), (Resumed, "共同サーバでの再開"),
        (Exported, "共同サーバからの書出し"), (Administrator, "最初の管理者の発行"), (Deleted, "共同サーバからの削除"),
    ];
}
