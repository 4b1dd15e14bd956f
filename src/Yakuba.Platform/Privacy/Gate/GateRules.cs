using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.Gate;

/// <summary>What the municipality decided for one way out, as the settings say now.</summary>
/// <param name="Mode">What becomes of personal data.</param>
/// <param name="MyNumberUse">The business for which the municipality may use My Numbers here; empty, and then none passes.</param>
public sealed record GateRules(PrivacyMode Mode, string MyNumberUse)
{
    /// <summary>True where a My Number may pass as other personal data does.</summary>
    public bool TakesMyNumbers => MyNumberUse.Length > 0;
}
