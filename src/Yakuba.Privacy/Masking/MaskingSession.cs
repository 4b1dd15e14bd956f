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

    private static readonly PersonalKind[] s_kinds = Enum.GetValues<PersonalKind>();

    private readonly Dictionary<(PersonalKind Kind, string Value), string> _tokens = [];
    private readonly Dictionary<string, string> _values = new() { [Bracket] = Open.ToString() };
    private readonly int[] _counts = new int[s_kinds.Length];

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
            if (masked[at] == Open && EndOf(masked, at) is > 0 and var end && ValueOf(masked[at..(end + 1)]) is { } value)
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

    /// <summary>True where a text has what looks like a token (〔氏名1〕): after <see cref="Restore"/>, one that no datum stands behind.</summary>
    public static bool HasToken(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = text.IndexOf(Open); at >= 0; at = text.IndexOf(Open, at + 1))
        {
            if (EndOf(text, at) is > 0 and var end && IsToken(text.AsSpan(at + 1, end - at - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(string text, int open) => text.IndexOf(Close, open, Math.Min(LongestToken, text.Length - open));

    private static bool IsToken(ReadOnlySpan<char> inside)
    {
        var word = inside.TrimEnd("0123456789０１２３４５６７８９");
        foreach (var kind in s_kinds)
        {
            if (word.Length < inside.Length && word.SequenceEqual(kind.Japanese()))
            {
                return true;
            }
        }

        return false;
    }

    // Models like to write digits in full width; no text of ours has another 〔 than tokens.
    private string? ValueOf(string token) => _values.GetValueOrDefault(string.Create(token.Length, token, static (letters, given) =>
    {
        for (var i = 0; i < given.Length; i++)
        {
            letters[i] = given[i] is >= '０' and <= '９' ? (char)(given[i] - '０' + '0') : given[i];
        }
    }));

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
