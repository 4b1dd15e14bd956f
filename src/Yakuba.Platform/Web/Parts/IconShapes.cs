using System.Collections.Frozen;

namespace Yakuba.Platform.Web.Parts;

/// <summary>The line drawings of all icons, on a field of 24 by 24, drawn for this product.</summary>
internal static class IconShapes
{
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["answered"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M7.5 12.5l3 3 6-7",
        ["partly"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 3v18M12 7h4.5M12 11h6M12 15h5.5",
        ["not-found"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21M8 10.5h5",
        ["not-yet"] = "M6 3h12M6 21h12M7 3c0 5 10 7 10 12v6M17 3c0 5-10 7-10 12v6",
        ["no-longer"] = "M4 7h16v13H4zM4 7l2-4h12l2 4M9.5 11.5l5 5M14.5 11.5l-5 5",
        ["person"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c.6-4.4 3.6-6.5 8-6.5s7.400 2.100 8 6.500",
        ["blocked"] = "M8.300 3h7.400L21 8.300v7.400L15.700 21H8.300L3 15.700V8.300zM8 12h8",
        ["unavailable"] = "M12 3v8M6.500 6.500a8 8 0 1 0 11 0",
        ["info"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v6M12 7.200v.6",
        ["warn"] = "M12 3.500 22 20.500H2zM12 10v5M12 17.500v.5",
        ["error"] = "M8.300 3h7.400L21 8.300v7.400L15.700 21H8.300L3 15.700V8.300zM12 7.500v6M12 16.500v.5",
        ["success"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M7.500 12.500l3 3 6-7",
        ["search"] = "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 21 21",
        ["send"] = "M4 12h15M13 6l6 6-6 6",
        ["next"] = "M9 5l7 7-7 7",
        ["previous"] = "M15 5l-7 7 7 7",
        ["down"] = "M5 9l7 7 7-7",
        ["up"] = "M5 15l7-7 7 7",
        ["sort"] = "M8 10l4-5 4 5M8 14l4 5 4-5",
        ["document"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["upload"] = "M12 16V4M7 9l5-5 5 5M4 16v4h16v-4",
        ["download"] = "M12 4v12M7 11l5 5 5-5M4 16v4h16v-4",
        ["print"] = "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
        ["copy"] = "M9 8h11v13H9zM5 16H4V3h11v2",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["display"] = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M19 5l-1.400 1.400M6.400 17.600 5 19",
        ["language"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-5 5.500-5 12.500 0 18M12 3c5 5.500 5 12.500 0 18",
        ["calendar"] = "M4 6h16v15H4zM4 10.500h16M8 3v5M16 3v5",
        ["people"] = "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M2.500 20c.4-3.700 2.800-5.500 6.500-5.500s6.100 1.800 6.500 5.500M15.500 5.300a3.500 3.500 0 0 1 0 6.400M17.500 14.900c2.300.7 3.700 2.300 4 5.100",
        ["key"] = "M8 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 12h9M18 12v4M21 12v3",
        ["lock"] = "M5 11h14v10H5zM8 11V7.500a4 4 0 0 1 8 0V11M12 15v2.500",
        ["seal"] = "M5 5h14v14H5zM9 12.500l2.300 2.300L15.500 9.500",
        ["edit"] = "M4 20l1-4.500L16.500 4 20 7.500 8.500 19zM14 6.500 17.500 10",
        ["trash"] = "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
        ["plus"] = "M12 5v14M5 12h14",
        ["check"] = "M5 12.500l4.500 4.500L19 7",
        ["history"] = "M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 2",
        ["empty"] = "M3 13l3-8h12l3 8v7H3zM3 13h5.500c.5 2 1.600 3 3.500 3s3-1 3.500-3H21",
        ["thumb"] = "M4 11h4v9H4zM8 11l4-8c2 0 2.800 1.300 2.300 3.500L13.500 10H20l-1.500 10H8",
        ["cross"] = "M6 6l12 12M18 6 6 18",
        ["old"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.500l3.500 2",
        ["link"] = "M10 14a4 4 0 0 0 5.700 0l3.600-3.600a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.600 3.600a4 4 0 0 0 5.700 5.700L12 17.700",
        ["exit"] = "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
        ["gear"] = "M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M10.500 3h3l.5 2.500 2 .9 2.200-1.400 2.100 2.100L18.900 9.300l.8 2 2.300.5v3l-2.500.5-.8 1.800 1.400 2.200-2.100 2.100-2.200-1.400-1.900.8-.4 2.200h-3l-.5-2.300-2-.8-2.100 1.400-2.100-2.100 1.400-2.200-.8-1.900L2 14v-3l2.400-.5.8-2-1.400-2.200 2.100-2.100L8.100 5.600l2-.8z",
        ["heart"] = "M3 12h4l2.500-6 4 13 3-7H21",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">A page names an icon that was never drawn.</exception>
    internal static string Of(string name) => ByName.TryGetValue(name, out var shape)
        ? shape
        : throw new KeyNotFoundException($"No icon is named {name}.");

    internal static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);
}
