using Yakuba.Evidence;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Gate;

/// <summary>Whether a passage may answer, as far as the names and years of the question go.</summary>
/// <param name="Passes">False: the question names what this passage does not have.</param>
/// <param name="Name">The name that is missing, or null.</param>
/// <param name="Nearest">A name of the passage that looks like it, or null.</param>
/// <param name="Year">The year that is missing, as asked, or null.</param>
public sealed record NameDecision(bool Passes, string? Name, string? Nearest, string? Year);

/// <summary>Decides for each passage alone: a neighbour that has the name does not let a passage pass that lacks it.</summary>
public sealed class NamesAndYears(Database database, SettingStore settings, NameGate names, NameReader reader)
{
    /// <summary>Decides for one passage.</summary>
    public async Task<NameDecision> CheckAsync(Understood understood, FoundPassage passage, CancellationToken cancel)
    {
        if (YearMissing(understood, passage) is { } year)
        {
            return new(false, null, null, year);
        }

        await using var read = await database.ReadAsync(cancel);
        string[] own =
        [
            .. Split(await settings.GetAsync(read, MunicipalitySettings.Name, cancel)),
            .. Split(await settings.GetAsync(read, MunicipalitySettings.OtherNames, cancel)),
        ];
        var aliases = Split(await settings.GetAsync(read, MunicipalitySettings.Aliases, cancel));
        var decision = names.Decide(understood.Question.Text, own, [EvidenceText.Of(passage)], aliases);
        return decision.Passes && InsideOtherNamesOnly(understood, passage, own) is { } municipality
            ? new(false, municipality, null, null)
            : new(decision.Passes, decision.Unmatched?.Text, decision.Nearest, null);
    }

    /// <summary>Another municipality that the passage has only inside longer names: 桧垣市民病院 says nothing of 桧垣市's rules.</summary>
    private string? InsideOtherNamesOnly(Understood understood, FoundPassage passage, IReadOnlyList<string> own)
    {
        var text = NormalText.Of(EvidenceText.Of(passage)).Value;
        foreach (var thing in reader.Read(understood.Question.Text).Where(t => t.Kind == NameKind.Municipality && !own.Any(o => t.Text.StartsWith(o, StringComparison.Ordinal))))
        {
            var name = NormalText.Of(thing.Text).Value.TrimEnd('民');
            var inside = 0;
            var alone = 0;
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var after = at + name.Length < text.Length ? text[at + name.Length] : ' ';
                if (after is >= '\u4e00' and <= '\u9fff' && after is not ('内' or '外' or '及' or '又'))
                {
                    inside++;
                }
                else
                {
                    alone++;
                }
            }

            if (inside > 0 && alone == 0)
            {
                return thing.Text;
            }
        }

        return null;
    }

    // A year other than the present one is part of what is asked: last year's rate is no answer to next year's.
    private static string? YearMissing(Understood understood, FoundPassage passage)
    {
        var question = NormalText.Of(understood.Question.Text).Value;
        foreach (var asked in JapaneseDate.Find(question, understood.Today))
        {
            if (asked.IsValid && asked.HasYear && asked.Kind != DateKind.Day && !IsPresent(asked, understood.Today) && !Tells(passage, asked, understood.Today))
            {
                return question.Substring(asked.Start, asked.Length);
            }
        }

        return null;
    }

    private static bool Tells(FoundPassage passage, DateSpan asked, DateOnly today)
    {
        if ((passage.ValidFrom ?? passage.Version.ValidFrom) is { } from && from >= asked.From && from <= asked.To)
        {
            return true;
        }

        foreach (var told in JapaneseDate.Find(NormalText.Of(EvidenceText.Of(passage)).Value, today))
        {
            if (told.IsValid && told.HasYear && told.From <= asked.To && told.To >= asked.From)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPresent(DateSpan asked, DateOnly today) =>
        (asked.From <= today && today <= asked.To) || (asked.Kind == DateKind.Month && FiscalYear(asked.From) == FiscalYear(today));

    private static int FiscalYear(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    private static string[] Split(string list) => list.Split(['、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
