namespace Yakuba.Platform.Web.Parts;

/// <summary>Weight of a button. One primary a view.</summary>
public enum ButtonKind
{
    /// <summary>The thing most people came to do.</summary>
    Primary,

    /// <summary>Another thing one can do.</summary>
    Secondary,

    /// <summary>A small, quiet act.</summary>
    Quiet,

    /// <summary>Takes something away.</summary>
    Danger,
}
