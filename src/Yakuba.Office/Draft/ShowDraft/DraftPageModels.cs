using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Sources;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.ShowDraft;

/// <summary>Gathers what the page of a draft shows.</summary>
internal sealed class DraftPageModels(Database database, DraftDesk desk, SectionList sections, PeopleList people, PersonalWarning personal, ApprovalModels approvals)
{
    /// <summary>The page of a draft that the reader may read.</summary>
    internal async Task<Result<DraftPageModel>> OfAsync(Guid id, int? version, Principal reader, Words words, CancellationToken cancel)
    {
        if (!(await desk.OpenAsync(reader, id, version, cancel)).TryGet(out var open, out var problem))
        {
            return problem;
        }

        await using var read = await database.ReadAsync(cancel);
        var names = await people.NamesAsync(read, cancel);
        var known = await sections.ListAsync(read, cancel);
        var card = open.Card;
        var history = await DraftRows.HistoryAsync(read, id, cancel);
        var issued = open.Version.Number == card.Version ? await IssuedDraft.OfAsync(read, id, cancel) : null;
        return new DraftPageModel(open)
        {
            Facts =
            [
                new FactLine(words["種類", "Kind"], card.Kind),
                new FactLine(words["状態", "State"], card.State.Word(words)),
                new FactLine(words["起案した課", "Section"], sections.NameOf(known, card.Section)),
                new FactLine(words["起案者", "Author"], names.GetValueOrDefault(card.Author, "")),
                new FactLine(words["起案した日", "Begun"], words.Moment(card.CreatedAt)),
                new FactLine(words["公開範囲", "Label"], card.Label.ToName()),
            ],
            History =
            [
                .. history.Select(h => new TimelineLine(
                    words.Moment(h.At), words[$"第{h.Number}版", $"Version {h.Number}"], names.GetValueOrDefault(h.By, ""), "", h.Number == open.Version.Number ? null : $"/drafts/{DraftRows.Key(id)}?version={h.Number}")),
            ],
            Missing = MissingOf(open.Version.Text),
            Unused = UnusedOf(open.Version),
            Personal = personal.Of(open.Version.Text),
            Sources = await DraftSource.OfAsync(read, id, cancel),
            Approval = open.Version.Number == card.Version ? await approvals.OfAsync(read, card, reader, words, cancel) : ApprovalModel.Nothing,
            Number = issued?.Written ?? "",
            Date = issued is null ? "" : Words.Japanese.Day(issued.On),
            MayWrite = card.State.IsOpen() && card.MayBeWrittenBy(reader) && open.Version.Number == card.Version,
        };
    }

    /// <summary>Facts that are filled in and stand nowhere in the text.</summary>
    internal static IReadOnlyList<string> UnusedOf(DraftVersion version) =>
        [.. version.Facts.Where(f => f.Value.Length > 0 && version.Text.Spans.All(s => s.From != f.Key)).Select(f => f.Key)];

    /// <summary>Facts that still stand as 〔name〕.</summary>
    internal static IReadOnlyList<string> MissingOf(DraftText text) =>
        [.. text.Spans.Where(s => s.Origin == SpanOrigin.Fact && s.Text == FactWords.Placeholder(s.From)).Select(s => s.From).Distinct()];
}
