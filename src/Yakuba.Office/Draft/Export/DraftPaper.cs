using System.Collections.Immutable;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Papers;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Draft.Export;

/// <summary>A draft as the paper that is printed or sent.</summary>
public static class DraftPaper
{
    private const int LongestLabel = 8; // characters before the space: 日時, 予算科目, 効力が生じる日
    private const int ItemLevel = 2; // １, ２ …: 第１ is for longer papers

    /// <summary>Makes the paper.</summary>
    /// <param name="open">The draft with the version that is printed.</param>
    /// <param name="issued">Its number and day; null before it is issued.</param>
    /// <param name="creator">The office that makes it.</param>
    public static Paper Of(OpenDraft open, IssuedDraft? issued, string creator)
    {
        var (text, form) = (open.Version.Text, open.Card.Form);
        List<PaperBlock> number = issued is { Written.Length: > 0 } ? [PaperLine.Of(LineRole.DocumentNumber, issued.Written)] : [];
        PaperLine date = PaperLine.Of(LineRole.Date, issued is null ? "令和　　年　　月　　日" : Words.Japanese.Day(issued.On));
        var addressee = Lines(text, PartRole.Addressee, LineRole.Addressee);
        var issuer = Lines(text, PartRole.Issuer, LineRole.Sender);
        var subject = Lines(text, PartRole.Subject, LineRole.Subject);
        var body = Lines(text, PartRole.Body, LineRole.Body);
        IEnumerable<PaperBlock> blocks = form switch
        {
            PaperForm.Letter => [.. number, date, .. addressee, .. issuer, .. subject, .. body],
            PaperForm.Proclamation => [.. number, .. subject, .. body],
            PaperForm.Record => [.. subject, .. addressee, .. issuer, .. body],
            _ => [.. subject, .. issuer, .. body],
        };
        return new Paper(open.Card.Title, Kind(open.Card.Template), [.. blocks, .. Items(text), .. form == PaperForm.Proclamation ? [date, .. issuer] : Array.Empty<PaperBlock>(), .. Lines(text, PartRole.Contact, LineRole.Contact), .. Attachment(text)]) { Creator = creator };
    }

    private static IEnumerable<PaperBlock> Items(DraftText text)
    {
        var lines = RunsOf(text[PartRole.Items]);
        if (lines.Count == 0)
        {
            return [];
        }

        var items = new List<PaperBlock> { PaperLine.Of(LineRole.Ki, "記") };
        var width = lines.Max(l => Label(l)?.Length ?? 0);
        foreach (var line in lines)
        {
            items.Add(Label(line) is { } label ? new PaperLine(LineRole.Item, After(line, label.Length + 1)) { Level = ItemLevel, Label = label, LabelWidth = width }
                : new PaperLine(items.Count == 1 ? LineRole.Item : LineRole.ItemBody, line) { Level = ItemLevel });
        }

        items.Add(PaperLine.Of(LineRole.End, "以上"));
        return items;
    }

    private static IEnumerable<PaperBlock> Attachment(DraftText text) => RunsOf(text[PartRole.Attachment]) is { Count: > 0 } lines
        ? [PaperLine.Of(LineRole.Attachment, "別紙"), new PaperLine(LineRole.Heading, lines[0]), .. lines.Skip(1).Select(l => new PaperLine(LineRole.Body, l))]
        : [];

    // 日時　令和8年… is an item with a label; a line without one goes on with the item above.
    private static string? Label(IReadOnlyList<PaperRun> line) =>
        string.Concat(line.Select(r => r.Text)) is var words && words.IndexOf('　', StringComparison.Ordinal) is > 0 and <= LongestLabel and var at ? words[..at] : null;

    private static ImmutableArray<PaperRun> After(IReadOnlyList<PaperRun> line, int characters)
    {
        var runs = ImmutableArray.CreateBuilder<PaperRun>();
        foreach (var run in line)
        {
            var cut = Math.Min(characters, run.Text.Length);
            characters -= cut;
            if (cut < run.Text.Length)
            {
                runs.Add(run with { Text = run.Text[cut..] });
            }
        }

        return runs.DrainToImmutable();
    }

    private static IEnumerable<PaperBlock> Lines(DraftText text, PartRole part, LineRole role) => RunsOf(text[part]).Select(line => new PaperLine(role, line));

    /// <summary>Pieces line by line; what a piece came from goes along.</summary>
    private static List<IReadOnlyList<PaperRun>> RunsOf(ImmutableArray<DraftSpan> spans)
    {
        var lines = new List<List<PaperRun>>();
        foreach (var span in spans)
        {
            foreach (var (words, n) in span.Text.Split('\n').Select((words, n) => (words, n)))
            {
                if (n > 0 || lines.Count == 0)
                {
                    lines.Add([]);
                }

                if (words.Length > 0)
                {
                    lines[^1].Add(new PaperRun(words) { Source = span.From.Length > 0 ? $"{span.Origin.ToString().ToLowerInvariant()}:{span.From}" : span.Origin.ToString().ToLowerInvariant() });
                }
            }
        }

        return [.. lines];
    }

    private static PaperKind Kind(string template) => template switch
    {
        "notice" => PaperKind.Notice,
        "inquiry" => PaperKind.Inquiry,
        "reply" => PaperKind.Reply,
        "request" => PaperKind.Request,
        "report" => PaperKind.Report,
        "proposal" => PaperKind.Proposal,
        "proclamation" => PaperKind.PublicNotice,
        "public-notice" => PaperKind.PublicAnnouncement,
        "speech" => PaperKind.Greeting,
        "article" => PaperKind.Article,
        "council-answer" => PaperKind.AssemblyAnswer,
        "trip-report" => PaperKind.TripReport,
        "minutes" => PaperKind.Minutes,
        "apology" => PaperKind.Information,
        _ => PaperKind.Other,
    };
}
