using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Web.Frame;

/// <summary>What the frame around each page shows. The host fills it in.</summary>
public sealed record FrameFacts
{
    /// <summary>Name of the municipality, such as 八重桜市; empty when not set yet.</summary>
    public Func<HttpContext, string> Municipality { get; init; } = static _ => "";

    /// <summary>Display name of the person signed in, or null for a resident.</summary>
    public Func<HttpContext, string?> Person { get; init; } = static http =>
        http.User.Identity is { IsAuthenticated: true } identity ? identity.Name ?? "" : null;

    /// <summary>State of the record that the foot of each page shows.</summary>
    public Func<HttpContext, RecordState> Record { get; init; } = static _ => RecordState.NotChecked;
}

/// <summary>State of the tamper-evident record.</summary>
public enum RecordState
{
    /// <summary>Not checked since the program started.</summary>
    NotChecked,

    /// <summary>Checked, and whole.</summary>
    Verified,

    /// <summary>Checked, and damaged: answers stop until someone looks.</summary>
    Damaged,
}
