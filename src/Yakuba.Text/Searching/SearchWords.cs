using System.Globalization;

namespace Yakuba.Text;

/// <summary>
/// Reads the content words of a text that was cut, in order, numbers as one word each.
/// Used as an enumerator: <see cref="MoveNext"/>, then the other members.
/// </summary>
/// <param name="value">The text, in normal form.</param>
/// <param name="path">Its words.</param>
/// <param name="features">What the dictionary says of each.</param>
internal ref struct SearchWords(string value, ReadOnlySpan<Morpheme> path, ReadOnlySpan<WordFeature> features)
{
    private readonly ReadOnlySpan<Morpheme> _path = path;
    private readonly ReadOnlySpan<WordFeature> _features = features;
    private int _next;
    private WordFeature? _feature; // of the word; null for a number

    /// <summary>The word in base form; a number as its arabic value.</summary>
    internal string Term { get; private set; } = "";

    /// <summary><see cref="Term"/> in its <see cref="SearchForm"/>.</summary>
    internal string Form { get; private set; } = "";

    /// <summary>In hiragana; empty if none is known.</summary>
    internal readonly string Reading => _feature is null ? string.Empty : _feature.Surface.Length > 0 ? _feature.HiraganaReading : Kana.IsKana(Term) ? Kana.ToHiragana(Term) : string.Empty;

    /// <summary>UTF-16 index.</summary>
    internal int Start { get; private set; }

    /// <summary>UTF-16 code units.</summary>
    internal int Length { get; private set; }

    /// <summary>Goes to the next word. False if there is none.</summary>
    internal bool MoveNext()
    {
        while (_next < _path.Length)
        {
            var feature = _features[_next];
            ref readonly var word = ref _path[_next++];
            if ((feature.IsNumeral || IsFormalNumeral(word.Start)) && TakeNumber(word.Start))
            {
                return true;
            }

            if (feature.IsContent && Take(word, feature))
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(in Morpheme word, WordFeature feature)
    {
        (Start, Length, _feature) = (word.Start, word.Length, feature);
        if (word.Word >= 0)
        {
            (Term, Form) = (feature.Term, feature.Form);
            return true;
        }

        Term = value.Substring(word.Start, word.Length);
        Form = SearchForm.Of(Term);
        return ContentWord.HasLetter(Term);
    }

    /// <summary>Takes the number that starts at the word just passed, if it ends with a word.</summary>
    private bool TakeNumber(int start)
    {
        var length = NumberNotation.Read(value, start, out var number);
        var last = _next - 1;
        while (length > 0 && last < _path.Length && _path[last].Start + _path[last].Length < start + length)
        {
            last++;
        }

        if (length == 0 || last == _path.Length || _path[last].Start + _path[last].Length != start + length)
        {
            return false;
        }

        (Start, Length) = (start, length);
        Term = IsCode(start, length) ? value.Substring(start, length) : Arabic(number);
        Form = SearchForm.Of(Term);
        _feature = null;
        _next = last + 1;
        return true;
    }

    private static string Arabic(decimal number) =>
        number <= long.MaxValue && number == decimal.Truncate(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>True for 壱, 弐 and 参 before a power of ten, which the dictionary takes for names.</summary>
    private readonly bool IsFormalNumeral(int start) =>
        value[start] is '壱' or '弐' or '参' && start + 1 < value.Length && (NumberNotation.Small(value[start + 1]) > 0 || NumberNotation.Large(value[start + 1]) > 0);

    /// <summary>True for digits that name and do not count, whose leading zero belongs to them: 0120, (06), 03-1234-0056; not for 令和06年04月.</summary>
    private readonly bool IsCode(int start, int length)
    {
        if (length < 2 || value[start] != '0' || value.AsSpan(start, length).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var before = start > 0 ? value[start - 1] : ' ';
        var after = start + length < value.Length ? value[start + length] : ' ';
        return length > 2 || (after is '-' or ')' && before != '-');
    }
}
