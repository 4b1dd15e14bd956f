using System.Globalization;
using System.Text;

namespace Yakuba.Privacy;

/// <summary>
/// Puts tokens (〔氏名1〕) in place of personal data and the data back in place of the tokens. In one session the same value has the same
/// token, so that what a model says of 〔氏名1〕 can be read of the person. The session holds the data: it is never stored or logged.
/// </summary>
/// <remarks>
/// Text that looks like a token is safe: each 〔 that the text itself has is masked as 〔印〕, which no token is, so every other bracketed
/// word of a masked text is ours. Not safe for several threads.
/// </remarks>
public sealed class MaskingSession
{
    private const char Open = '〔';
    private const char Close = '〕';

    /// <summary>Stands for a 〔 of the text itself.</summary>
    private const string Bracket = "〔印〕";

    /// <summary>More than any token has between its brackets.</summary>
    private const int LongestToken = 24;

    private readonly Dictionary<(PersonalKind Kind, string Value), string> _tokens = [];
    private readonly Dictionary<string, string> _values = new() { [Bracket] = Open.ToString() };
    private readonly int[] _counts = new int[Enum.GetValues<PersonalKind>().Length];

    /// <summary>Replaces each datum by its token.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="data">What was found in it: in order of place, not overlapping.</param>
    /// <returns>A text from which <see cref="Restore"/> makes the one given, code unit for code unit.</returns>
    public string Mask(string text, IReadOnlyList<PersonalDatum> data)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(data);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var datum in data)
        {
            AppendOwn(masked, text.AsSpan(at, datum.Start - at));
            masked.Append(TokenOf(datum.Kind, text.Substring(datum.Start, datum.Length)));
            at = datum.End;
        }

        AppendOwn(masked, text.AsSpan(at));
        return masked.ToString();
    }

    /// <summary>Puts the data back.</summary>
    /// <param name="masked">A masked text, or one that speaks of its tokens, such as a model's answer. Tokens of no datum of this session stay as they are.</param>
    public string Restore(string masked)
    {
        ArgumentNullException.ThrowIfNull(masked);
        var text = new StringBuilder(masked.Length);
        for (var at = 0; at < masked.Length;)
        {
            if (masked[at] == Open && masked.IndexOf(Close, at, Math.Min(LongestToken, masked.Length - at)) is > 0 and var end
                && _values.TryGetValue(masked[at..(end + 1)], out var value))
            {
                text.Append(value);
                at = end + 1;
            }
            else
            {
                text.Append(masked[at++]);
            }
        }

        return text.ToString();
    }

    private static void AppendOwn(StringBuilder masked, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter == Open)
            {
                masked.Append(Bracket);
            }
            else
            {
                masked.Append(letter);
            }
        }
    }

    private string TokenOf(PersonalKind kind, string value)
    {
        if (!_tokens.TryGetValue((kind, value), out var token))
        {
            token = string.Create(CultureInfo.InvariantCulture, $"{Open}{kind.Japanese()}{++_counts[(int)kind]}{Close}");
            _tokens.Add((kind, value), token);
            _values.Add(token, value);
        }

        return token;
    }
}
