namespace Yakuba.Privacy;

/// <summary>What happens to personal data on its way out, for one municipality and purpose.</summary>
public abstract record PrivacyMode
{
    private PrivacyMode()
    {
    }

    /// <summary>Nothing leaves while the text has personal data.</summary>
    public sealed record Block : PrivacyMode;

    /// <summary>Tokens leave in place of the data.</summary>
    public sealed record Mask : PrivacyMode;

    /// <summary>The data leaves, for a reason that goes into the record. A My Number never does.</summary>
    /// <param name="Reason">Why; not blank.</param>
    public sealed record Allow(string Reason) : PrivacyMode;
}
