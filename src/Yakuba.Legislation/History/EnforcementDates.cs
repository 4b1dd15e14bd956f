using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>When the enactment itself, or one that amended it, came into force, as its 附則 says.</summary>
/// <param name="Path">The 附則.</param>
/// <param name="By">What follows its name: the number of the amending enactment; empty for its own.</param>
/// <param name="Day">The day; null when the text leaves it to another act (政令で定める日) or to the day of promulgation that it does not state.</param>
/// <param name="IsAmendment">Whether it is the 附則 of an amendment.</param>
public sealed record Enforcement(ProvisionPath Path, string By, DateOnly? Day, bool IsAmendment);

/// <summary>Reads the days of promulgation and enforcement from an enactment.</summary>
public static partial class EnforcementDates
{
    /// <summary>The day of promulgation that the lines below the title state; null when none does.</summary>
    public static DateOnly? Promulgated(Enactment enactment) =>
        enactment.Front.Where(l => !l.Contains("改正", StringComparison.Ordinal)).SelectMany(WrittenDay.In).Select(d => d.Day).FirstOrDefault(d => d is not null);

    /// <summary>One for each 附則, in order.</summary>
    public static IReadOnlyList<Enforcement> Of(EnactmentIndex index)
    {
        var found = new List<Enforcement>();
        foreach (var supplement in index.Places.Where(p => p.Provision.Kind == ProvisionKind.Supplement))
        {
            var isAmendment = found.Count > 0;
            var sentence = supplement.Provision.WithAllBelow().Select(p => Sentence().Match(p.Text)).FirstOrDefault(m => m.Success);
            var promulgated = isAmendment ? WrittenDay.In(supplement.Provision.Text).FirstOrDefault()?.Day : Promulgated(index.Enactment);
            DateOnly? day = sentence is null ? null : WrittenDay.In(sentence.Value).FirstOrDefault()?.Day ?? (OnPromulgation().IsMatch(sentence.Value) ? promulgated : null);
            found.Add(new(supplement.Path, supplement.Provision.Text, day, isAmendment));
        }

        return found;
    }

    [GeneratedRegex("この[^。、]{1,12}は、?[^。]{0,60}?から[^。]{0,10}施行する")]
    private static partial Regex Sentence();

    [GeneratedRegex("(?:公布|告示|制定)の日から施行する")]
    private static partial Regex OnPromulgation();
}
