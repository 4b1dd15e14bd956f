namespace Yakuba.Legislation;

/// <summary>The same change in several places is one clause: 第3条第1項、第5条及び第8条中「町長」を「市長」に改める。</summary>
internal static class PhraseMerging
{
    internal static IReadOnlyList<IReadOnlyList<AmendmentStep>> Merge(IReadOnlyList<IReadOnlyList<AmendmentStep>> sentences)
    {
        var merged = new List<IReadOnlyList<AmendmentStep>>();
        foreach (var sentence in sentences.Select(Within))
        {
            if (merged.Count > 0 && merged[^1] is [PhraseStep above] && sentence is [PhraseStep here] && IsSame(above, here))
            {
                merged[^1] = [Both(above, here)];
            }
            else
            {
                merged.Add(sentence);
            }
        }

        return merged;
    }

    private static List<AmendmentStep> Within(IReadOnlyList<AmendmentStep> steps)
    {
        var merged = new List<AmendmentStep>();
        foreach (var step in steps)
        {
            if (merged.Count > 0 && merged[^1] is PhraseStep above && step is PhraseStep here && IsSame(above, here))
            {
                merged[^1] = Both(above, here);
            }
            else
            {
                merged.Add(step);
            }
        }

        return merged;
    }

    private static bool IsSame(PhraseStep above, PhraseStep here) =>
        above.Changes.SequenceEqual(here.Changes) && above.Places.Concat(here.Places).All(p => p.Root == PlaceRoot.Provisions && p.Part is PlacePart.All or PlacePart.Lead)
        && above.Places.Concat(here.Places).Distinct(PlaceComparer.Instance).Count() == above.Places.Length + here.Places.Length;

    private static PhraseStep Both(PhraseStep above, PhraseStep here) => new([.. above.Places, .. here.Places], above.Changes);

    private sealed class PlaceComparer : IEqualityComparer<Place>
    {
        internal static readonly PlaceComparer Instance = new();

        public bool Equals(Place? x, Place? y) => x is not null && y is not null && x.Row == y.Row && x.Part == y.Part && x.Steps.SequenceEqual(y.Steps);

        public int GetHashCode(Place place) => HashCode.Combine(place.Row, place.Steps.Length);
    }
}
