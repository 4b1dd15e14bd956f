using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes the steps of one sentence in words: 第3条中「A」を「B」に改め、同条を第4条とし、第2条の次に次の1条を加える。</summary>
/// <param name="digits">A number in the digits to write: "1", "１" or "一".</param>
internal sealed class StepWords(string digits)
{
    private Place _last = Place.Nowhere;

    internal string Sentence(IReadOnlyList<AmendmentStep> steps)
    {
        var clauses = steps.Select(Clause).ToList();
        return string.Join('、', clauses.Take(clauses.Count - 1).Select(c => c.Stem + c.Verb.Going)) + (clauses.Count > 1 ? "、" : "") + clauses[^1].Stem + clauses[^1].Verb.Final + "。";
    }

    private readonly record struct Verb(string Going, string Final);

    private static readonly Verb s_change = new("改め", "改める");
    private static readonly Verb s_remove = new("削り", "削る");
    private static readonly Verb s_add = new("加え", "加える");
    private static readonly Verb s_attach = new("付し", "付する");
    private static readonly Verb s_become = new("とし", "とする");
    private static readonly Verb s_down = new("繰り下げ", "繰り下げる");
    private static readonly Verb s_up = new("繰り上げ", "繰り上げる");

    private (string Stem, Verb Verb) Clause(AmendmentStep step) => step switch
    {
        PhraseStep phrase => Phrases(Names(phrase.Places) + "中", phrase.Changes),
        RewriteStep rewrite => (Name(rewrite.Place) + "を次のように", s_change),
        NameStep { Place.Part: PlacePart.Caption } name when name.IsNew => (Name(name.Place with { Part = PlacePart.All }) + $"に見出しとして「{name.Name}」を", s_attach),
        NameStep name => (Name(name.Place) + $"を「{name.Name}」に", s_change),
        RemoveStep remove => (Name(remove.Place) + "を", s_remove),
        RenumberStep renumber => (Name(renumber.From) + "を" + Name(renumber.To), s_become),
        ShiftStep shift => (Range(shift) + $"を{PlaceWords.Count(Math.Abs(shift.By), shift.First.Last.Kind, digits)}ずつ", shift.By > 0 ? s_down : s_up),
        AddStep add => Addition(add),
        _ => throw new InvalidOperationException(step.GetType().Name),
    };

    private (string Stem, Verb Verb) Addition(AddStep step)
    {
        var where = step.Where switch { AddWhere.After => "の次に", AddWhere.Before => "の前に", _ => "に" };
        var stem = (step.What == AddWhat.Preamble ? "題名" : Name(step.Anchor)) + where;
        var isFirst = step is { Where: AddWhere.Into, Kind: ProvisionKind.Paragraph } && step.Lines.Length > 0 && LineShape.Of(step.Lines[0]).Kind != LineKind.Mark;
        return step.What switch
        {
            AddWhat.Proviso => (stem + "次のただし書を", s_add),
            AddWhat.SecondSentence => (stem + "後段として次のように", s_add),
            AddWhat.Heading => (stem + $"次の{PlaceWords.Unit(step.Kind)}名を", s_attach),
            AddWhat.Preamble => (stem + "次の前文を", s_add),
            AddWhat.Lines => (stem + "次のように", s_add),
            _ when step.Kind == ProvisionKind.Subitem1 => (stem + "次のように", s_add),
            _ => (stem + (isFirst ? $"{PlaceWords.Number(ProvisionKind.Paragraph, ProvisionNumber.Of(1), digits)}として" : "") + "次の" + Count(step) + "を", s_add),
        };
    }

    private string Count(AddStep step) => step.Kind == ProvisionKind.Supplement ? "附則"
        : PlaceWords.Count(step.Count, step.Kind, digits);

    private (string Stem, Verb Verb) Phrases(string stem, ImmutableArray<PhraseChange> changes)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            var change = changes[i];
            var isEnd = i == changes.Length - 1;
            var goesOn = !isEnd && changes[i + 1].Act == change.Act;
            stem += change.Act switch
            {
                PhraseAct.Replace => $"「{change.Quoted}」を「{change.Other}」に",
                PhraseAct.AddAfter => $"「{change.Quoted}」の次に「{change.Other}」を",
                PhraseAct.AddBefore => $"「{change.Quoted}」の前に「{change.Other}」を",
                _ => $"「{change.Quoted}」" + (goesOn ? "" : "を"),
            };
            if (isEnd)
            {
                return (stem, Of(change.Act));
            }

            stem += goesOn ? (change.Act == PhraseAct.Delete && IsLastOfAct(changes, i + 1) ? "及び" : "、") : Of(change.Act).Going + "、";
        }

        throw new ArgumentException("No phrases.", nameof(changes));
    }

    private static bool IsLastOfAct(ImmutableArray<PhraseChange> changes, int at) => at + 1 == changes.Length || changes[at + 1].Act != changes[at].Act;

    private static Verb Of(PhraseAct act) => act switch { PhraseAct.Replace => s_change, PhraseAct.Delete => s_remove, _ => s_add };

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
