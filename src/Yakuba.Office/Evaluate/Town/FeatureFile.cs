using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>Writes what the rules of answerability see of each question, to fit them by: a JSON object a line.</summary>
internal sealed class FeatureFile(IServiceProvider services, TownRun run)
{
    private const int MostUnits = 60;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends the best units of a question, each with whether it answers rightly and may answer, with its numbers and its place.</summary>
    internal async Task WriteAsync(JudgedQuestion question, DateOnly today, TextWriter lines, CancellationToken cancel)
    {
        if (!(await run.ReaderAsync(question, cancel)).TryGet(out var reader, out _))
        {
            return;
        }

        var understood = services.GetRequiredService<Understanding>().Read(new Admitted(question.Question, question.On, reader) { Today = today });
        var found = await services.GetRequiredService<Retrieval>().FindAsync(understood, cancel);
        var gate = services.GetRequiredService<NamesAndYears>();
        var likeness = services.GetRequiredService<LikenessReader>();
        var asked = services.GetRequiredService<QuestionTermsReader>().Read(understood.SearchText);
        foreach (var c in services.GetRequiredService<EvidenceRanking>().Rank(understood.SearchText, found.InForce).Candidates.Take(MostUnits))
        {
            var passage = c.Unit.Passage;
            var file = await run.FileAsync(passage.Version.Number, cancel);
            await lines.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    id = question.Id,
                    right = question.MayBeAnswered && question.Sources.Any(s => Path.GetFileName(s) == file) && Verdicts.Says(question, c.Unit.Text),
                    passes = (await gate.CheckAsync(understood, passage, cancel)).Passes,
                    ruledOut = c.Likeness.IsRuledOut,
                    isFaq = c.Likeness.IsFaq,
                    values = c.Likeness.Values.Select(v => Math.Round(v, 4)),
                    presence = Values(likeness.Presence(asked, passage)),
                    passage.Score,
                    told = c.For.Told(NormalText.Of(c.Unit.Text).Value),
                    passage = $"{passage.Version.Number}/{passage.Ordinal}",
                    file,
                    question = passage.Question,
                    text = c.Unit.Text.ReplaceLineEndings(" "),
                },
                Readable));
        }
    }

    private static double[] Values(Presence p) => [Math.Round(p.Written, 4), Math.Round(p.Heard, 4), Math.Round(p.Said, 4)];
}
