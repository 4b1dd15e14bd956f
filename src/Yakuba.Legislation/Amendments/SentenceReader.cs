using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Reads one amending sentence into steps. What it cannot read whole it does not read at all.</summary>
internal sealed partial class SentenceReader
{
    private readonly string _text;
    private readonly List<AmendmentStep> _steps = [];
    private int _at;
    private Place _last;
    private bool _inherit;

    private SentenceReader(string text, Place last) => (_text, _last) = (text, last);

    /// <param name="sentence">Without blanks at its ends; 。 at its end may be missing.</param>
    /// <param name="last">The place that the sentence before named last.</param>
    /// <returns>The steps and the place named last; no steps where the sentence is no amending sentence, and then how far it could be read.</returns>
    internal static (ImmutableArray<AmendmentStep> Steps, Place Last, int Read) Read(string sentence, Place last)
    {
        var reader = new SentenceReader(sentence.TrimEnd('。'), last);
        var whole = reader.Clauses();
        return (whole ? [.. reader._steps] : [], reader._last, reader._at);
    }

    private bool Clauses()
    {
        while (_at < _text.Length)
        {
            var read = _text[_at] == '「' ? _scope is { } scope && Phrases(scope) : Clause();
            if (!read)
            {
                return false;
            }

            Take("、");
        }

        return _steps.Count > 0;
    }

    /// <summary>Places that the quoted phrases that follow are sought in.</summary>
    private ImmutableArray<Place>? _scope;

    private bool Clause()
    {
        if (Places() is not { } places)
        {
            return false;
        }

        _scope = null;
        if (Take("中"))
        {
            (_scope, _inherit) = (places, true);
            _within = _at < _text.Length && _text[_at] != '「' ? _last : _within;
            return _at < _text.Length;
        }

        return places.Length == 1 && places[0].Part is PlacePart.Caption or PlacePart.Heading && Name(places[0]) || Verb(places);
    }

    private bool Verb(ImmutableArray<Place> places)
    {
        if (Move().Match(_text, _at) is { Success: true } move)
        {
            return Shift(places, move);
        }

        if (Remove().Match(_text, _at) is { Success: true } remove)
        {
            _at += remove.Length;
            _steps.AddRange(places.Select(p => new RemoveStep(p)));
            return true;
        }

        if (Rewrite().Match(_text, _at) is { Success: true } rewrite && AsOne(places) is { } one)
        {
            _at += rewrite.Length;
            _steps.Add(new RewriteStep(one));
            return true;
        }

        return places.Length == 1 && (Renumber(places[0]) || Add(places[0]) || (places[0].Root == PlaceRoot.Title && Name(places[0])));
    }

    /// <summary>第2号及び第3号 side by side are one range.</summary>
    private static Place? AsOne(ImmutableArray<Place> places)
    {
        Place first = places[0], last = places[^1];
        var isRun = places.All(p => p.Part == PlacePart.All && !p.Last.Number.IsNone && !p.Last.Number.IsRange && p.Last.Kind == first.Last.Kind && p.Steps.AsSpan()[..^1].SequenceEqual(first.Steps.AsSpan()[..^1]))
            && places.Zip(places.Skip(1)).All(p => p.First.Last.Number.Next() == p.Second.Last.Number);
        return places.Length == 1 ? first : !isRun ? null
            : first with { Steps = first.Steps.SetItem(first.Steps.Length - 1, first.Last with { Number = ProvisionNumber.Range(first.Last.Number, last.Last.Number) }) };
    }

    private bool Shift(ImmutableArray<Place> places, Match move)
    {
        var by = (LegalNumeral.Read(move.Groups["n"].ValueSpan) ?? 0) * (move.Groups["way"].Value == "下" ? 1 : -1);
        if (by == 0 || places.Any(p => p.Last.Number.IsNone))
        {
            return false;
        }

        _at += move.Length;
        foreach (var place in by > 0 ? places.Reverse() : places)
        {
            var number = place.Last.Number;
            Place End(ImmutableArray<int> parts) => new(place.Root, place.Steps.SetItem(place.Steps.Length - 1, place.Last with { Number = ProvisionNumber.Of(parts.AsSpan()) }));
            _steps.Add(new ShiftStep(End(number.Parts), End(number.Through), by));
        }

        return true;
    }

    private bool Renumber(Place from)
    {
        var start = _at;
        if (Take("を") && ReadPlace(_at, inherit: true) is { } to && to.Place.Part == PlacePart.All
            && As().Match(_text, to.End) is { Success: true } @as)
        {
            (_last, _at) = (to.Place, to.End + @as.Length);
            _steps.Add(new RenumberStep(from, to.Place));
            return true;
        }

        _at = start;
        return false;
    }

    /// <summary>第3条の見出しを「（定義）」に改める; 第3条に見出しとして「（定義）」を付する.</summary>
    private bool Name(Place place)
    {
        var start = _at;
        if (Take("を") && Quoted() is { } name && Named().Match(_text, _at) is { Success: true } named)
        {
            _at += named.Length;
            _steps.Add(new NameStep(place, name));
            return true;
        }

        _at = start;
        return false;
    }

    private bool Done(int length, AmendmentStep step)
    {
        _at += length;
        _steps.Add(step);
        return true;
    }

    private bool Take(string words)
    {
        var taken = _text.AsSpan(_at).StartsWith(words);
        _at += taken ? words.Length : 0;
        return taken;
    }

    /// <summary>The phrase between the quotation marks that open here; null when none do.</summary>
    private string? Quoted()
    {
        if (_at >= _text.Length || _text[_at] != '「' || Quotation.End(_text, _at) is var end && end < 0)
        {
            return null;
        }

        var phrase = _text[(_at + 1)..(end - 1)];
        _at = end;
        return phrase;
    }
}
