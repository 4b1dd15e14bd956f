namespace Yakuba.Platform.Handover;

/// <summary>A command that its caller hands to the owner of the data directory.</summary>
/// <param name="Arguments">As typed, without the program's name.</param>
/// <param name="WorkingDirectory">Where the caller stands.</param>
/// <param name="Input">What the caller's standard input held, when it was not a terminal.</param>
/// <param name="ShowProgress">True when the caller watches a terminal.</param>
public sealed record HandoverRequest(string[] Arguments, string WorkingDirectory, string Input, bool ShowProgress);
