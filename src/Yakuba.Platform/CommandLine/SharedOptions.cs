using System.CommandLine;

namespace Yakuba.Platform.CommandLine;

/// <summary>Options that every command has.</summary>
public static class SharedOptions
{
    /// <summary><c>--data DIR</c>: the data directory.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "データフォルダ（既定: ./data）",
        Recursive = true,
        HelpName = "DIR",
        DefaultValueFactory = _ => "./data",
    };

    /// <summary><c>--json</c>: results as one JSON document.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "結果をJSONで出力する",
        Recursive = true,
    };
}
