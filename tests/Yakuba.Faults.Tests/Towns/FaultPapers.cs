using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Faults.Tests.Towns;

/// <summary>Small papers whose passages can be told apart by their words.</summary>
internal static class FaultPapers
{
    /// <summary>A paper of some passages.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="edition">From 1; each says something else.</param>
    internal static string Text(int number, int edition = 1)
    {
        var text = new StringBuilder($"# 第{number}窓口の案内\n");
        foreach (var (topic, i) in Topics.Select((t, i) => (t, i)))
        {
            text.Append($"\n## {topic}\n\n第{number}窓口の{topic}は、{edition}号棟{number}階で午前{8 + edition}時から取り扱う。{topic}の手数料は{number * 100 + (i * 10)}円とする。必要な書類は、{topic}の申請書と本人確認書類である。代理人が{topic}を申請するときは、委任状を持参しなければならない。郵送による{topic}の申請は、{number + i}日以内に処理する。\n");
        }

        return text.ToString();
    }

    /// <summary>Something to ask that this paper answers.</summary>
    internal static string Question(int number) => $"第{number}窓口の{Topics[number % Topics.Length]}の手数料はいくらですか";

    internal static string Name(int number) => $"{number:D2}.md";

    /// <summary>Writes a paper into a folder.</summary>
    internal static void Write(string folder, int number, int edition = 1)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Name(number)), Text(number, edition));
    }

    internal static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static readonly string[] Topics = ["住民票の写し", "印鑑登録", "転入の届出", "税の証明"];
}
