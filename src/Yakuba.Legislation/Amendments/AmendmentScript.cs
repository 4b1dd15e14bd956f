using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Steps gathered into sentences. Each step is carried out at once, so that the next one is chosen in view of the text as it then stands.</summary>
internal sealed class AmendmentScript(Draft draft)
{
    private readonly List<List<AmendmentStep>> _sentences = [];
    private bool _open;

    internal Draft Draft => draft;

    internal IReadOnlyList<IReadOnlyList<AmendmentStep>> Sentences => _sentences;

    /// <returns>False when the step cannot be carried out; nothing is then written.</returns>
    internal bool Add(AmendmentStep wanted)
    {
        if (Said(wanted) is not { } step || new StepRunner(draft, 0).Run(step) is not null)
        {
            return false;
        }

        if (!_open)
        {
            _sentences.Add([]);
        }

        _sentences[^1].Add(step);
        _open = !step.NeedsLines;
        return true;
    }

    /// <summary>第3条 and not 第3条第1項 where the article has no other 項. A 項 that has no name of its own cannot be left out or written anew.</summary>
    private AmendmentStep? Said(AmendmentStep step) => step switch
    {
        PhraseStep phrase => phrase with { Places = [.. phrase.Places.Select(Said)] },
        RewriteStep { Place.Part: PlacePart.All } rewrite => Said(rewrite.Place).Last == rewrite.Place.Last ? rewrite with { Place = Said(rewrite.Place) } : null,
        RewriteStep rewrite => rewrite with { Place = Said(rewrite.Place) },
        RemoveStep { Place.Part: PlacePart.All } remove => Said(remove.Place).Last == remove.Place.Last ? remove with { Place = Said(remove.Place) } : null,
        RemoveStep remove => remove with { Place = Said(remove.Place) },
        RenumberStep renumber => new RenumberStep(Said(renumber.From), renumber.To.Last.Kind == ProvisionKind.Paragraph ? renumber.To : Said(renumber.To)),
        AddStep add => add with { Anchor = Said(add.Anchor) },
        ShiftStep shift => shift with { First = Said(shift.First), Last = Said(shift.Last) },
        _ => step,
    };

    private Place Said(Place place)
    {
        for (var i = 0; i < place.Steps.Length; i++)
        {
            if (place.Steps[i].Kind == ProvisionKind.Paragraph && place.Steps[i].Number == ProvisionNumber.Of(1)
                && PlaceFinder.Find(draft, place with { Steps = place.Steps[..i], Part = PlacePart.All, Row = "" }) is [{ Parent: not null } holder]
                && TextSlot.Lead(holder) is { Label: "" } lead && lead != holder)
            {
                return place with { Steps = place.Steps.RemoveAt(i) };
            }
        }

        return place;
    }

    /// <summary>The next step begins a sentence.</summary>
    internal void Break() => _open = false;

    /// <summary>A place to come back to.</summary>
    internal (int Sentences, int Steps, bool Open) Mark() => (_sentences.Count, _sentences.Count > 0 ? _sentences[^1].Count : 0, _open);

    /// <summary>Drops what was written since. What it did to the draft the caller mends.</summary>
    internal void Return((int Sentences, int Steps, bool Open) mark)
    {
        _sentences.RemoveRange(mark.Sentences, _sentences.Count - mark.Sentences);
        if (_sentences.Count > 0)
        {
            _sentences[^1].RemoveRange(mark.Steps, _sentences[^1].Count - mark.Steps);
        }

        _open = mark.Open;
    }

    /// <summary>The sentences with the lines that follow them.</summary>
    internal ImmutableArray<string> Lines(string digits)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var sentence in PhraseMerging.Merge(_sentences))
        {
            lines.Add("　" + new StepWords(digits).Sentence(sentence));
            lines.AddRange(sentence[^1].Lines);
        }

        return lines.ToImmutable();
    }
}
