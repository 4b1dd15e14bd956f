namespace Yakuba.Platform.Web.Parts;

/// <summary>Ties an input to its hint and its error for those who listen to the page.</summary>
public static class FieldIds
{
    /// <summary>Value for <c>aria-describedby</c>, or null when there is neither hint nor error.</summary>
    /// <param name="id">Id of the input.</param>
    /// <param name="hint">The hint; may be empty.</param>
    /// <param name="error">The error; may be empty.</param>
    public static string? DescribedBy(string id, string hint, string error) => (hint, error) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => $"{id}-error {id}-hint",
        ({ Length: > 0 }, _) => $"{id}-hint",
        (_, { Length: > 0 }) => $"{id}-error",
        _ => null,
    };
}
