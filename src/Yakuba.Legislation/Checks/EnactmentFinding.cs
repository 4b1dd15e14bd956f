namespace Yakuba.Legislation;

/// <summary>Something in an enactment that its drafter should look at.</summary>
/// <param name="Id">Stable, kebab-case; the list stands in <see cref="EnactmentChecks.Catalogue"/>.</param>
/// <param name="Path">The provision it was found in; the root for the enactment as a whole.</param>
/// <param name="Start">Where the words stand in <see cref="Provision.Text"/>, in UTF-16 code units; 0 when the whole provision is meant.</param>
/// <param name="Length">Length of the words; 0 when the whole provision is meant.</param>
/// <param name="Message">Japanese: what was found.</param>
/// <param name="Why">Japanese: why it matters and what to do.</param>
public sealed record EnactmentFinding(string Id, ProvisionPath Path, int Start, int Length, string Message, string Why);

/// <summary>One check.</summary>
/// <param name="Id">Stable, kebab-case.</param>
/// <param name="Title">Japanese: what it looks for.</param>
/// <param name="Why">Japanese: why it matters and what to do.</param>
public sealed record EnactmentCheck(string Id, string Title, string Why);
