namespace Yakuba.Platform.Web.Parts;

/// <summary>Colour family of a small thing. Never the only carrier of meaning.</summary>
public enum Tone
{
    /// <summary>Grey.</summary>
    Plain,

    /// <summary>Indigo.</summary>
    Brand,

    /// <summary>Green.</summary>
    Good,

    /// <summary>Amber.</summary>
    Warn,

    /// <summary>Red.</summary>
    Bad,
}
