namespace Yakuba.Platform.Accounts.Requests;

/// <summary>What was opened while the server's clock ran ahead must not stay open until the clock gets there again.</summary>
internal static class ClockAhead
{
    /// <summary>How far a stored time may lie ahead of the clock: what a clock is put right by on any day, and by which the nodes of one town differ.</summary>
    internal static readonly TimeSpan Most = TimeSpan.FromMinutes(5);
}
