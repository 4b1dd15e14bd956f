using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <content>Places in the words of the sentence: 同条, 同項, lists and ranges.</content>
internal sealed partial class StepWords
{
    /// <summary>第3条第1項、第5条及び第7条.</summary>
    private string Names(ImmutableArray<Place> places)
    {
        var groups = new List<List<string>>();
        for (var i = 0; i < places.Length; i++)
        {
            if (i > 0 && Relative(places[i - 1], places[i]) is { } relative)
            {
                groups[^1].Add(relative);
            }
            else
            {
                groups.Add([Name(places[i])]);
            }
        }

        return Joined([.. groups.Select(g => Joined(g, "及び"))], groups.Any(g => g.Count > 1) ? "並びに" : "及び");
    }

    private static string Joined(List<string> names, string last) =>
        names.Count == 1 ? names[0] : string.Join('、', names.Take(names.Count - 1)) + last + names[^1];

    /// <summary>In a list, 第3条第1項及び第3項 without a second 第3条.</summary>
    private string? Relative(Place before, Place place)
    {
        var shared = place.Steps.Zip(before.Steps).TakeWhile(p => p.First == p.Second).Count();
        if (place.Root != PlaceRoot.Provisions || shared == 0 || shared != place.Steps.Length - 1 || place.Last.Kind is not (ProvisionKind.Paragraph or ProvisionKind.Item))
        {
            return null;
        }

        _last = place with { Part = PlacePart.All, Row = "" };
        return PlaceWords.Step(place.Last, digits) + PlaceWords.Part(place);
    }

    private string Range(ShiftStep shift)
    {
        Place first = shift.First, last = shift.Last;
        var isPair = last.Last.Number == first.Last.Number.Next();
        var from = Name(first);
        _last = last;
        return from + (isPair ? "及び" : "から") + PlaceWords.Step(last.Last, digits) + (isPair ? "" : "まで");
    }

    /// <summary>The name, with 同条 and 同項 for what the sentence has just named.</summary>
    private string Name(Place place)
    {
        if (place.Row.Length > 0 && place.Row == _last.Row && place.Steps.SequenceEqual(_last.Steps))
        {
            return "同項" + PlaceWords.Part(place);
        }

        if (_within is { } within && place.Steps.Length == within.Steps.Length + 1 && place.Steps.Take(within.Steps.Length).SequenceEqual(within.Steps))
        {
            _last = place;
            return PlaceWords.Step(place.Last, digits) + PlaceWords.Part(place);
        }

        var (start, word) = Shared(place);
        _last = place with { Part = PlacePart.All };
        return word + PlaceWords.Write(place with { Steps = place.Steps[start..], Part = PlacePart.All }, digits)
            + PlaceWords.Part(place);
    }

    private (int Start, string Word) Shared(Place place)
    {
        for (var i = Math.Min(place.Steps.Length, _last.Steps.Length) - 1; i >= 0; i--)
        {
            var word = place.Steps[i].Kind switch
            {
                ProvisionKind.Article or ProvisionKind.Paragraph or ProvisionKind.Item => "同" + PlaceWords.Unit(place.Steps[i].Kind),
                ProvisionKind.Appendix => "同表",
                ProvisionKind.Form => "同様式",
                _ => "",
            };
            if (word.Length > 0 && place.Steps.Take(i + 1).SequenceEqual(_last.Steps.Take(i + 1)))
            {
                return (i + 1, word);
            }
        }

        return (0, "");
    }
}
