using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes the steps of one sentence in words: 第3条中「A」を「B」に改め、同条を第4条とし、第2条の次に次の1条を加える。</summary>
/// <param name="digits">A number in the digits to write: "1", "１" or "一".</param>
internal sealed partial class StepWords(string digits)
{
    private Place _last = Place.Nowhere;

    internal string Sentence(IReadOnlyList<AmendmentStep> steps)
    {
        var clauses = new List<(string Stem, Verb Verb)>();
        for (var i = 0; i < steps.Count;)
        {
            if (_within is null && Together(steps, i) is { } parent)
            {
                var name = Name(parent) + "中";
                _within = parent;
                var (stem, verb, taken) = Next(steps, i);
                clauses.Add((name + stem, verb));
                i += taken;
            }
            else
            {
                var (stem, verb, taken) = Next(steps, i);
                clauses.Add((stem, verb));
                i += taken;
            }
        }

        _within = null;
        return string.Join('、', clauses.Take(clauses.Count - 1).Select(c => c.Stem + c.Verb.Going)) + (clauses.Count > 1 ? "、" : "") + clauses[^1].Stem + clauses[^1].Verb.Final + "。";
    }

    private Place? _within;

    /// <summary>第3条中第4号を第5号とし、第3号を第4号とし: the siblings that the rest of the sentence is about, named once.</summary>
    private static Place? Together(IReadOnlyList<AmendmentStep> steps, int at)
    {
        static Place? Of(AmendmentStep step) => step switch
        {
            RemoveStep { Place: { Part: PlacePart.All, Row: "" } place } => place,
            RenumberStep renumber when renumber.From.Steps.Length == renumber.To.Steps.Length => renumber.From,
            ShiftStep shift => shift.First,
            AddStep { Where: not AddWhere.Into, What: AddWhat.Provisions } add => add.Anchor,
            _ => null,
        };
        var rest = steps.Skip(at).ToList();
        var own = rest.Where(s => s is not AddStep { IsFirst: true }).ToList();
        if (own.Count < 2 || own.Any(s => Of(s) is null) || Of(own[0]) is not { Steps.Length: > 1 } first
            || !(first.Last.Kind == ProvisionKind.Item ? at == 0 : first.Last.Kind == ProvisionKind.Paragraph && own.Any(s => s is ShiftStep)))
        {
            return null;
        }

        ImmutableArray<PlaceStep> above = first.Steps[..^1];
        return own.All(s => Of(s)!.Last.Kind == first.Last.Kind && Of(s)!.Steps[..^1].SequenceEqual(above)) && above[^1].Kind is ProvisionKind.Article or ProvisionKind.Paragraph
            ? new Place(PlaceRoot.Provisions, above) : null;
    }

    /// <summary>One clause; what is left out side by side is one: 第3条及び第4条を削り.</summary>
    private (string Stem, Verb Verb, int Taken) Next(IReadOnlyList<AmendmentStep> steps, int at)
    {
        var gone = steps.Skip(at).TakeWhile(s => s is RemoveStep { Place: { Part: PlacePart.All, Row: "", Root: PlaceRoot.Provisions } place } && place.Last.Kind <= ProvisionKind.Item).Cast<RemoveStep>().ToList();
        if (gone.Count < 2 || gone.Any(g => !g.Place.Steps[..^1].SequenceEqual(gone[0].Place.Steps[..^1])))
        {
            var (stem, verb) = Clause(steps[at]);
            return (stem, verb, 1);
        }

        return (Names([.. gone.Select(g => g.Place)]) + "を", s_remove, gone.Count);
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
        return step.What switch
        {
            AddWhat.Proviso => (stem + "次のただし書を", s_add),
            AddWhat.SecondSentence => (stem + "後段として次のように", s_add),
            AddWhat.Heading => (stem + $"次の{PlaceWords.Unit(step.Kind)}名を", s_attach),
            AddWhat.Preamble => (stem + "次の前文を", s_add),
            AddWhat.Lines => (stem + "次のように", s_add),
            _ when step.Kind == ProvisionKind.Subitem1 => (stem + "次のように", s_add),
            _ => (stem + (step.IsFirst ? $"{PlaceWords.Number(step.Kind, ProvisionNumber.Of(1), digits)}として" : "") + "次の" + Count(step) + "を", s_add),
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
}
