namespace Yakuba.Platform.Models.Endpoint;

/// <summary>The model that the municipality attached, as the settings say now.</summary>
/// <param name="Url">Root of the API: <c>http://127.0.0.1:8080/v1</c>.</param>
/// <param name="Name">The model's name on that server.</param>
/// <param name="Key">Key that the server asks for, or empty.</param>
/// <param name="AllowOutside">True when the address may lie outside the municipality's network.</param>
/// <param name="MostSecret">The most secret label whose text may be sent.</param>
/// <param name="Limits">How long and how much.</param>
public sealed record AttachedModel(Uri Url, string Name, string Key, bool AllowOutside, Label MostSecret, ModelLimits Limits)
{
    /// <summary>The name only: the key must not reach a log by accident.</summary>
    public override string ToString() => Name;
}

/// <summary>How long a reply may take and how large it may be.</summary>
/// <param name="Deadline">For the whole.</param>
/// <param name="FirstByte">Until the server says anything.</param>
/// <param name="Idle">Between two pieces.</param>
/// <param name="MaxTokens">Asked of the model.</param>
public sealed record ModelLimits(TimeSpan Deadline, TimeSpan FirstByte, TimeSpan Idle, int MaxTokens)
{
    /// <summary>Most bytes of a reply on the wire. 8,192 tokens, each in an event of its own, stay below it.</summary>
    public const int MaxBytes = 4 << 20;
}
