using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>How the program is.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Checks">What was looked at, worst first.</param>
/// <param name="Facts">Version, storage, data directory, documents, passages, record size, memory.</param>
/// <param name="Jobs">Work that runs or ended lately.</param>
public sealed record HealthPageModel(DateTimeOffset At, IReadOnlyList<HealthCheck> Checks, IReadOnlyList<FactLine> Facts, IReadOnlyList<JobLine> Jobs);

/// <summary>One thing looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it is.</param>
/// <param name="Finding">What was found.</param>
/// <param name="NextStep">What to do about it; may be empty.</param>
public sealed record HealthCheck(string Name, HealthState State, string Finding, string NextStep = "");

/// <summary>How a thing is. The order is the order of worry.</summary>
public enum HealthState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but someone should look.</summary>
    Watch,

    /// <summary>Does not work.</summary>
    Bad,
}

/// <summary>One piece of long work.</summary>
/// <param name="Title">What it does.</param>
/// <param name="State">How it stands, in words.</param>
/// <param name="Tone">Colour family of the state.</param>
/// <param name="Done">Steps done.</param>
/// <param name="All">Steps in all; 0 while unknown.</param>
/// <param name="Note">What is being done, or why it failed; may be empty.</param>
/// <param name="StartedAt">When it was asked for.</param>
public sealed record JobLine(string Title, string State, Tone Tone, long Done, long All, string Note, DateTimeOffset StartedAt);
