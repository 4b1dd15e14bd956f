namespace Yakuba.Platform.Accounts.Requests;

/// <summary>What an endpoint asks of its caller; on every endpoint, or the request is refused.</summary>
/// <param name="Right">The right; null when none is asked.</param>
/// <param name="SignedIn">False when residents are welcome.</param>
/// <param name="BeforePasswordChange">True when a person with a one-time password may already come here.</param>
public sealed record RightRequirement(Right? Right, bool SignedIn, bool BeforePasswordChange = false)
{
    /// <summary>Anyone, without an account.</summary>
    public static RightRequirement Resident { get; } = new(null, SignedIn: false);

    /// <inheritdoc/>
    public override string ToString() => Right is { } right ? right.ToKey() : SignedIn ? "signed-in" : "resident";
}
