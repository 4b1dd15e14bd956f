using System.Text;

namespace Yakuba.Text;

/// <summary>
/// The one form in which texts are compared, with the way back to every character of the original: compatibility forms unified
/// (NFKC: ㍻ → 平成, ㈱ → (株), ½ → 1⁄2, ｶﾞ → ガ, compatibility ideographs), old and variant kanji as the usual one (國 → 国, 髙 → 高), lower case, one hyphen, one tilde, runs of spaces as one
/// space, line ends as one line feed, invisible characters dropped, lone surrogates as U+FFFD.
/// </summary>
/// <remarks>
/// Normalising twice changes nothing. A dash between katakana becomes ー and ー after a Latin letter or digit becomes a hyphen, since
/// both are typing habits (サ−ビス, 03ー1234). A space keeps numbers apart that compatibility forms would join: ①10 → 1 10, 3½ → 3 1⁄2.
/// </remarks>
public sealed class NormalText
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private NormalText(string original, string value, int[]? starts, int[]? ends)
    {
        Original = original;
        Value = value;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The text as given.</summary>
    public string Original { get; }

    /// <summary>Its normal form. Well-formed UTF-16.</summary>
    public string Value { get; }

    /// <summary>Brings a text into its normal form.</summary>
    /// <param name="original">Any string. Time is linear in its length.</param>
    public static NormalText Of(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (PlainText.IsNormal(original))
        {
            return new NormalText(original, original, null, null);
        }

        var builder = new NormalFormBuilder(original);
        builder.Run();
        return new NormalText(original, builder.Value, builder.Starts, builder.Ends);
    }

    /// <summary>The normal form alone, where no way back is needed.</summary>
    internal static string ValueOf(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (PlainText.IsNormal(original))
        {
            return original;
        }

        var builder = new NormalFormBuilder(original);
        builder.Run();
        return builder.Value;
    }

    /// <summary>Place in the original of a place in the normal form.</summary>
    /// <param name="index">0 to <c>Value.Length</c>, UTF-16.</param>
    /// <returns>Where the character at the index begins in the original; <c>Original.Length</c> for the end.</returns>
    public int OriginalIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Value.Length);
        return index == Value.Length ? Original.Length : _starts?[index] ?? index;
    }

    /// <summary>The stretch of the original that a stretch of the normal form came from. A part of an expansion (平 of ㍻) gives the whole character.</summary>
    /// <param name="start">0 to <c>Value.Length</c>, UTF-16.</param>
    /// <param name="length">At least 0; the stretch lies inside <see cref="Value"/>.</param>
    /// <returns>An empty stretch only for an empty one.</returns>
    public (int Start, int Length) OriginalSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Value.Length - start);
        var from = OriginalIndex(start);
        if (length == 0)
        {
            return (from, 0);
        }

        var to = _ends?[start + length - 1] ?? (start + length);
        return (from, to - from);
    }
}
