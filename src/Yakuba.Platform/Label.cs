namespace Yakuba.Platform;

/// <summary>Confidentiality of a document (自治体機密性). The order is the order of secrecy.</summary>
/// <remarks>
/// 公開: everyone, residents too. 機密性1: all staff. 機密性2: staff of the owner section and of sections named as readers.
/// 機密性3: as 機密性2, and only people cleared for it.
/// </remarks>
public enum Label
{
    /// <summary>公開: may answer residents.</summary>
    Public = 0,

    /// <summary>機密性1: all staff of the municipality.</summary>
    Internal = 1,

    /// <summary>機密性2: the owner section and reader sections.</summary>
    Section = 2,

    /// <summary>機密性3: the owner section and reader sections, cleared people only.</summary>
    Restricted = 3,
}

/// <summary>The labels' names as people and files write them.</summary>
public static class Labels
{
    private static readonly string[] Names = ["公開", "機密性1", "機密性2", "機密性3"];

    /// <summary>All names, in order of secrecy.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>公開, 機密性1, 機密性2 or 機密性3.</summary>
    public static string ToName(this Label label) => Names[(int)label];

    /// <summary>Reads a name, with half-width or full-width digits.</summary>
    /// <returns>Null when there is no such label.</returns>
    public static Label? Parse(string? name)
    {
        var i = Array.IndexOf(Names, name?.Trim().Replace('１', '1').Replace('２', '2').Replace('３', '3'));
        return i < 0 ? null : (Label)i;
    }
}
