namespace Yakuba.Towns;

/// <summary>Where a request was among several nodes: it is sent on to the node that has the town, and back when the town has just gone home. Two that do not agree must not go on like this for ever.</summary>
/// <param name="From">The node to which it was sent first and that sent it here; empty when it came here first, or as if it did.</param>
/// <param name="Returns">How often it was sent back.</param>
internal readonly record struct Journey(string From, int Returns)
{
    /// <summary>nginx follows ten times.</summary>
    private const int MostReturns = 3;

    private const char Return = '-'; // no name of a node ends with it

    internal static Journey Begun { get; } = new("", 0);

    /// <summary>Nobody is asked again.</summary>
    internal bool IsOver => Returns >= MostReturns;

    /// <summary>As the node that sent the request on wrote it: its name, and a hyphen for each return.</summary>
    internal static Journey Parse(string written, Node node)
    {
        var from = written.TrimEnd(Return);
        return new(from.Length > 0 && node.IsAlive(from) ? from : "", written.Length - from.Length);
    }

    /// <summary>What is to be written for the node that has the town.</summary>
    /// <param name="other">That node. A town that has gone home is looked for there as if the request came for the first time.</param>
    /// <param name="self">This node.</param>
    internal string On(string other, string self) => other == From ? new string(Return, Returns + 1) : (From.Length > 0 ? From : self) + new string(Return, Returns);
}
