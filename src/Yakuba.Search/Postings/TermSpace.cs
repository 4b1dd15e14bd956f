using System.Text;

namespace Yakuba.Search.Postings;

/// <summary>The distinct terms of one field while a segment is being collected, numbered as they come.</summary>
internal sealed class TermSpace
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];

    internal int Count => _terms.Count;

    internal int NumberOf(string term)
    {
        if (_numbers.TryGetValue(term, out var number))
        {
            return number;
        }

        // A lone surrogate has no UTF-8 form; it becomes U+FFFD here as it does in a query, and shares that term's number.
        var whole = term.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? term : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term));
        if (whole != term)
        {
            return _numbers[term] = NumberOf(whole);
        }

        number = _terms.Count;
        _terms.Add(term);
        _numbers.Add(term, number);
        return number;
    }

    /// <summary>UTF-8 of all terms, and the numbers in the order of those bytes.</summary>
    internal SortedTerms Sort() => new(_terms);
}
