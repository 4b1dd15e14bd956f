using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <content>What a clause names.</content>
internal sealed partial class SentenceReader
{
    /// <summary>同章 may be named some clauses before; (ア) alone lies in what 中 named.</summary>
    private (Place Place, int End)? ReadPlace(int at, bool inherit)
    {
        if (PlaceReader.Read(_text, at, _last, inherit) is { } read)
        {
            return read;
        }

        if (_text.AsSpan(at).StartsWith("同"))
        {
            return Enumerable.Reverse(_named).Select(place => PlaceReader.Read(_text, at, place, inherit)).FirstOrDefault(r => r is not null);
        }

        return PlaceReader.ReadBelow(_text, at, _within);
    }

    private readonly List<Place> _named = [];
    private Place _within = Place.Nowhere;

    /// <summary>第3条、第5条第2項及び第7条: the places with what joins them.</summary>
    private ImmutableArray<Place>? Places()
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        var inherit = _inherit;
        while (ReadPlace(_at, inherit) is { } read)
        {
            places.Add(read.Place);
            (_last, _at) = (read.Place with { Part = PlacePart.All }, read.End);
            _named.Add(_last);
            inherit = true;
            if (Joint().Match(_text, _at) is not { Success: true } joint || ReadPlace(_at + joint.Length, inherit) is null)
            {
                return places.ToImmutable();
            }

            _at += joint.Length;
            if (joint.Value == "から")
            {
                return Range(places);
            }
        }

        return null;
    }

    /// <summary>第5条から第8条まで, with what may be done to a range.</summary>
    private ImmutableArray<Place>? Range(ImmutableArray<Place>.Builder places)
    {
        if (PlaceReader.Read(_text, _at, _last, inherit: true) is not { } last || !_text.AsSpan(last.End).StartsWith("まで"))
        {
            return null;
        }

        var first = places[^1];
        var (low, high) = (first.Last, last.Place.Last);
        if (low.Number.IsNone || high.Number.IsNone || low.Kind != high.Kind || low.Number.CompareTo(high.Number) >= 0
            || !first.Steps.AsSpan()[..^1].SequenceEqual(last.Place.Steps.AsSpan()[..^1]))
        {
            return null;
        }

        (_last, _at) = (last.Place with { Part = PlacePart.All }, last.End + 2);
        Take("の規定");
        places[^1] = new Place(PlaceRoot.Provisions, first.Steps.SetItem(first.Steps.Length - 1, first.Last with { Number = ProvisionNumber.Range(first.Last.Number, last.Place.Last.Number) }));
        return places.ToImmutable();
    }
}
