namespace Yakuba.Platform.Web.Parts;

/// <summary>Weight of a notice.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something was done.</summary>
    Success,

    /// <summary>Read this before going on.</summary>
    Warn,

    /// <summary>Something did not work.</summary>
    Error,
}
