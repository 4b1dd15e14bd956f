using System.Text;
using Yakuba.Platform.CommandLine;
using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.FindPersonalData;

/// <summary>A plain text: what was found, line by line, or the text with tokens in its place.</summary>
internal static class TextFile
{
    internal static int Run(CommandOutput output, PersonalDataReader reader, string file, bool mask)
    {
        string text;
        try
        {
            text = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return output.Fail(PrivacyProblems.CannotRead.With(file));
        }

        var data = reader.Read(text);
        if (mask)
        {
            var masked = new MaskingSession().Mask(text, data);
            output.Line(masked);
            output.Result(new { text = masked });
            return 0;
        }

        Print(output, text, data);
        return 0;
    }

    private static void Print(CommandOutput output, string text, IReadOnlyList<PersonalDatum> data)
    {
        var (line, at) = (1, 0);
        var found = new List<object>();
        foreach (var datum in data)
        {
            line += text.AsSpan(at, datum.Start - at).Count('\n');
            at = datum.Start;
            var value = text.Substring(datum.Start, datum.Length);
            found.Add(new { line, start = datum.Start, end = datum.End, type = datum.Kind.Code(), certainty = datum.Certainty.ToString().ToLowerInvariant(), value });
            output.Line($"{line}行目 {(datum is { Kind: PersonalKind.MyNumber, IsMyNumber: false } ? "12桁の番号（個人番号かもしれない）" : datum.Kind.Japanese())}: {value.ReplaceLineEndings(" ")}");
        }

        output.Line(data.Count == 0 ? "個人情報は見つかりませんでした。" : $"{data.Count}件の個人情報を見つけました。");
        output.Result(new { found });
    }
}
