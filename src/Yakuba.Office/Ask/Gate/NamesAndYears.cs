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
public sealed class NamesAndYears(Database database, SettingStore settings, NameGate names)
{
    /// <summary>Decides for one passage.</summary>
    public async Task<NameDecision> CheckAsync(Understood understood, FoundPassage passage, CancellationToken cancel)
    {
        if (YearMissing(understood, passage) is { } year)
        {
            return new(false, null, null, year);
        }

        await using var read = await database.ReadAsync(cancel);
        var own = Split(await settings.GetAsync(read, MunicipalitySettings.OtherNames, cancel)).Prepend(await settings.GetAsync(read, MunicipalitySettings.Name, cancel));
        var aliases = Split(await settings.GetAsync(read, MunicipalitySettings.Aliases, cancel));
        var decision = names.Decide(understood.Question.Text, [.. own.Where(n => n.Length > 0)], [EvidenceText.Of(passage)], aliases);
        return new(decision.Passes, decision.Unmatched?.Text, decision.Nearest, null);
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
