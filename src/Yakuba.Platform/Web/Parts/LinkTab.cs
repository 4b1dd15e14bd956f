namespace Yakuba.Platform.Web.Parts;

/// <summary>One view among several of the same thing, each at its own address.</summary>
/// <param name="Label">What the view shows.</param>
/// <param name="Href">Its address.</param>
/// <param name="IsHere">True for the view shown now.</param>
/// <param name="Count">How many things it holds; null when that is not said.</param>
public sealed record LinkTab(string Label, string Href, bool IsHere, long? Count = null);

/// <summary>One step up from a page.</summary>
/// <param name="Label">Name of the page.</param>
/// <param name="Href">Its address.</param>
public sealed record Crumb(string Label, string Href);
