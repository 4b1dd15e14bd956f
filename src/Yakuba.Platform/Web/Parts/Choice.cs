namespace Yakuba.Platform.Web.Parts;

/// <summary>One choice of a list.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What people read.</param>
public sealed record Choice(string Value, string Label);
