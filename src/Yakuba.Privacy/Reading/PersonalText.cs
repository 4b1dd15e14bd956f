using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>A text prepared once for all detectors: normal form, words, groups of digits.</summary>
internal sealed class PersonalText
{
    /// <summary>Only places are wanted of dates, so the day from which 今日 counts does not matter.</summary>
    private static readonly DateOnly s_anyDay = new(2026, 1, 1);

    private readonly int[] _tokenAt;
    private readonly Dictionary<int, NumberLabel> _labels = [];

    internal PersonalText(string original, Lexicon lexicon)
    {
        Normal = NormalText.Of(original);
        Lexicon = lexicon;
        Value = WithTabs(Normal);
        Tokens = lexicon.Tokenize(Value);
        Digits = new DigitGroups(Value);
        _tokenAt = new int[Value.Length + 1];
        Array.Fill(_tokenAt, -1);
        for (var i = 0; i < Tokens.Count; i++)
        {
            _tokenAt[Tokens[i].Start] = i;
        }
    }

    internal NormalText Normal { get; }

    internal Lexicon Lexicon { get; }

    /// <summary>The normal form with its tabs, which part the cells of a table; all places in detectors are places in it.</summary>
    internal string Value { get; }

    internal IReadOnlyList<Token> Tokens { get; }

    internal DigitGroups Digits { get; }

    /// <summary>Dates of all kinds. In tables a comma parts cells; the reader of dates would take 1,2009-04-06 for an amount.</summary>
    internal IReadOnlyList<DateSpan> Days => field ??= JapaneseDate.Find(Value.Replace(',', ';'), s_anyDay);

    /// <summary>Index of the word that begins at a place; -1 if none does.</summary>
    internal int TokenAt(int at) => _tokenAt[at];

    /// <summary>What the words before a number say that it is; looked for once a place.</summary>
    internal NumberLabel LabelBefore(int at)
    {
        if (!_labels.TryGetValue(at, out var label))
        {
            label = NumberLabels.Before(this, at);
            _labels.Add(at, label);
        }

        return label;
    }

    /// <summary>True if no word reaches over a place.</summary>
    internal bool IsWordEdge(int at) => at >= Value.Length || _tokenAt[at] >= 0 || char.IsWhiteSpace(Value[at]);

    /// <summary>The characters before a place, back to the end of a sentence, and of a line unless lines may be crossed.</summary>
    /// <param name="at">0 to the length of the text.</param>
    /// <param name="most">Never more characters than this, so that long texts cost no more than their length.</param>
    /// <param name="acrossLines">True where a label may stand on the line above.</param>
    internal ReadOnlySpan<char> Before(int at, int most, bool acrossLines = false)
    {
        var from = Math.Max(0, at - most);
        var span = Value.AsSpan(from, at - from);
        var cut = acrossLines ? span.LastIndexOf('。') : span.LastIndexOfAny('。', '\n');
        return cut < 0 ? span : span[(cut + 1)..];
    }

    /// <summary>The characters after a place, to the end of the line.</summary>
    internal ReadOnlySpan<char> After(int at, int most)
    {
        var span = Value.AsSpan(at, Math.Min(most, Value.Length - at));
        var cut = span.IndexOf('\n');
        return cut < 0 ? span : span[..cut];
    }

    /// <summary>The normal form knows one kind of space only. What is copied out of a spreadsheet has a tab between the cells.</summary>
    private static string WithTabs(NormalText normal) => !normal.Original.Contains('\t', StringComparison.Ordinal) ? normal.Value : string.Create(normal.Value.Length, normal, static (value, from) =>
    {
        from.Value.CopyTo(value);
        for (var i = 0; i < value.Length; i++)
        {
            value[i] = value[i] == ' ' && from.Original[from.OriginalIndex(i)] == '\t' ? '\t' : value[i];
        }
    });

    /// <summary>The character at a place; NUL outside the text.</summary>
    internal char At(int at) => (uint)at < (uint)Value.Length ? Value[at] : '\0';
}
