namespace Yakuba.Platform.Audit;

/// <summary>What an action of the record is called for people. Each room names its own.</summary>
/// <param name="Action">Stable name: <c>document-published</c>.</param>
/// <param name="Words">In Japanese: 文書の公開.</param>
public sealed record AuditActionName(string Action, string Words);
