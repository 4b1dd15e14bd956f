using System.Text;
using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>What was typed.</summary>
internal sealed record Arguments(string Command, IReadOnlyList<string> Paths, NoteVerifier? Key, IReadOnlyDictionary<string, string> Options)
{
    private static readonly string[] Known = ["--key", "--against", "--entry", "--witness", "--signing-key", "--seen", "--out", "--name"];

    /// <returns>Null when the option was not given.</returns>
    internal string? Option(string name) => Options.GetValueOrDefault(name);

    /// <returns>The call, or null with what is wrong in Japanese (empty when nothing was typed).</returns>
    internal static (Arguments? Call, string Fault) Parse(IReadOnlyList<string> args)
    {
        var paths = new List<string>();
        var options = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                paths.Add(args[i]);
            }
            else if (!Known.Contains(args[i]) || i + 1 == args.Count || !options.TryAdd(args[i], args[++i]))
            {
                return (null, $"「{args[i]}」の指定が正しくありません。");
            }
        }

        if (paths.Count == 0)
        {
            return (null, "");
        }

        NoteVerifier? key = null;
        if (options.TryGetValue("--key", out var text) && !NoteVerifier.TryParse(KeyText(text), out key, out var fault))
        {
            return (null, fault);
        }

        return paths[0] is "dir" or "proof" or "witness" && key is null
            ? (null, "検証鍵を --key で指定してください。")
            : (new Arguments(paths[0], [.. paths.Skip(1)], key, options), "");
    }

    // A key is short; a path to something else must not be read whole.
    private static string KeyText(string text) =>
        File.Exists(text) && new FileInfo(text).Length < 1_000 ? File.ReadAllText(text, Encoding.UTF8).Trim() : text;
}
