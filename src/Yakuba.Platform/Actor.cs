namespace Yakuba.Platform;

/// <summary>Who does something. A parameter of every change of state, so that the record cannot be skipped.</summary>
/// <param name="UserId">The account's id; empty for a resident; <c>system</c> for the program's own work; <c>console</c> for a person at the machine.</param>
/// <param name="Name">The name shown to people. The record keeps the id only.</param>
/// <param name="Roles">Roles held at that moment.</param>
/// <param name="Channel">The door.</param>
/// <param name="RequestId">Ties the entries of one request together.</param>
public sealed record Actor(string UserId, string Name, IReadOnlyList<Role> Roles, Channel Channel, string RequestId)
{
    /// <summary>The program itself.</summary>
    public static Actor System(string requestId) => new("system", "システム", [], Channel.System, requestId);

    /// <summary>A person who may start programs on the machine: the operator at the console.</summary>
    public static Actor Console(string requestId) => new("console", "サーバ操作者", [Role.Administrator], Channel.Command, requestId);

    /// <summary>A new request id; sorts by time.</summary>
    public static string NewRequestId() => Guid.CreateVersion7().ToString("N");
}
