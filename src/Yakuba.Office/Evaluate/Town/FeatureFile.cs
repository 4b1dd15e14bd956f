using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>Writes what the rule of answerability sees of each question, to fit it by.</summary>
internal sealed class FeatureFile(IServiceProvider services, TownRun run)
{
    private const int MostUnits = 20;

    /// <summary>Appends the best units of a question: its id, whether the unit answers rightly (1 or 0), whether names, years and the side of the matter let it pass (1 or 0), the numbers, the file, the text.</summary>
    internal async Task WriteAsync(JudgedQuestion question, DateOnly today, TextWriter lines, CancellationToken cancel)
    {
        if (!(await run.ReaderAsync(question, cancel)).TryGet(out var reader, out _))
        {
            return;
        }

        var understood = services.GetRequiredService<Understanding>().Read(new Admitted(question.Question, question.On, reader) { Today = today });
        var found = await services.GetRequiredService<Retrieval>().FindAsync(understood, cancel);
        var gate = services.GetRequiredService<NamesAndYears>();
        foreach (var c in services.GetRequiredService<EvidenceRanking>().Rank(understood.SearchText, found.InForce).Take(MostUnits))
        {
            var file = await run.FileAsync(c.Unit.Passage.Version.Number, cancel);
            var isRight = question.MayBeAnswered && question.Sources.Any(s => Path.GetFileName(s) == file) && Verdicts.Says(question, c.Unit.Text);
            var passes = (await gate.CheckAsync(understood, c.Unit.Passage, cancel)).Passes && !c.Likeness.IsRuledOut;
            await lines.WriteLineAsync(string.Join('\t', new[] { question.Id, isRight ? "1" : "0", passes ? "1" : "0" }
                .Concat(c.Likeness.Values.Select(v => v.ToString("F4", CultureInfo.InvariantCulture)))
                .Append(file).Append(c.Unit.Passage.Question).Append(c.Unit.Text.ReplaceLineEndings(" "))));
        }
    }
}
