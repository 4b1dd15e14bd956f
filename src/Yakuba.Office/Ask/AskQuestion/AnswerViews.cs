using Yakuba.Office.Ask.Record;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>Recorded answers as the page shows them.</summary>
public sealed class AnswerViews(Database database, SectionList sections, MeantSpelling meant)
{
    /// <summary>One answer in the words of the reader's language.</summary>
    public async Task<AnswerView> OfAsync(ArchivedAnswer archived, Principal reader, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var known = await sections.ListAsync(read, cancel);
        var names = known.ToDictionary(s => s.Code, s => sections.NameOf(known, s.Code));
        var answer = archived.Answer;
        return new AnswerView(
            archived.Id,
            answer.RecordIndex.ToString(System.Globalization.CultureInfo.InvariantCulture),
            archived.Question.Length > 0 ? archived.Question : words["（この質問は保存していません）", "(This question was not kept)"],
            answer.AsOf,
            archived.AskedAt,
            Mark(answer.Status),
            Sentences(answer),
            [.. answer.Citations.Select(c => SourceOf(c, answer, names, words))])
        {
            Remark = archived.Withheld
                ? words["出典の文書を閲覧できなくなったため、その部分は表示しません。もう一度質問してください。", "A source can no longer be read, so its part is not shown. Please ask again."]
                : answer.Status == AnswerStatus.Answered ? answer.Model?.Remark + answer.Caution : answer.Message,
            EntryQuestion = answer.EntryQuestion(archived.Question),
            IsQuotation = answer.IsQuotation && answer.Sentences.Count > 0,
            Model = answer.IsQuotation ? "" : answer.Composer,
            Removed = [.. answer.Removed.Select(r => new RemovedSentence(r.Text, r.Reason))],
            Next = answer.NextSteps is [var next, ..] ? new NextStep(next.Text, next.Name, next.Contact) : null,
            Near = answer.Near,
            Meant = await meant.MendAsync(reader, archived.Question, cancel) ?? "",
            Feedback = archived.Feedback,
        };
    }

    /// <summary>The picture and word of a status.</summary>
    public static AnswerMark Mark(AnswerStatus status) => Enum.Parse<AnswerMark>(status.ToString());

    private static IReadOnlyList<AnswerSentence> Sentences(Answer answer) => [.. answer.Sentences.Select(s => new AnswerSentence(s.Text, s.Evidence))];

    private static Source SourceOf(Citation c, Answer answer, Dictionary<string, string> names, Words words) => new(
        c.Number,
        c.Title,
        c.Place,
        Href(c, Quoted(c, answer)),
        Runs(c.Question.Length > 0 ? $"{c.Question}\n{c.Quote}" : c.Quote, answer.Sentences.Where(s => s.Evidence.Contains(c.Number)).Select(s => s.Text)),
        names.GetValueOrDefault(c.Section, ""),
        c.ValidFrom is null && c.ValidTo is null ? "" : new Validity(c.ValidFrom, c.ValidTo).ToWords(words),
        string.Join(" › ", c.Headings));

    /// <summary>Where the viewer opens a citation.</summary>
    internal static string Href(Citation c, string quote) => DocumentLinks.At(c.Version, c.Key, quote);

    // The first sentence that stands word for word in the passage; else the passage itself.
    private static string Quoted(Citation c, Answer answer) =>
        answer.Sentences.FirstOrDefault(s => s.Evidence.Contains(c.Number) && c.Quote.Contains(s.Text, StringComparison.Ordinal))?.Text ?? c.Quote;

    // The words of the answer are marked in the passage they stand in.
    private static IReadOnlyList<QuoteRun> Runs(string quote, IEnumerable<string> sentences)
    {
        var marked = new bool[quote.Length];
        foreach (var sentence in sentences)
        {
            var at = sentence.Length > 0 ? quote.IndexOf(sentence, StringComparison.Ordinal) : -1;
            if (at >= 0)
            {
                Array.Fill(marked, true, at, sentence.Length);
            }
        }

        var runs = new List<QuoteRun>();
        for (var start = 0; start < quote.Length;)
        {
            var end = start + 1;
            while (end < quote.Length && marked[end] == marked[start])
            {
                end++;
            }

            runs.Add(new QuoteRun(quote[start..end], marked[start]));
            start = end;
        }

        return runs;
    }
}
