using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>Begins a draft.</summary>
/// <param name="Template">Key of the template.</param>
/// <param name="Section">Code or name of the section that drafts; empty where the person belongs to one only.</param>
/// <param name="Label">How secret it is.</param>
/// <param name="Facts">What is known already, by name of the slot; what is missing stands as 〔name〕 until it is filled in.</param>
public sealed record CreateDraft(string Template, string Section, Label Label, IReadOnlyDictionary<string, string> Facts);

/// <summary>Begins drafts.</summary>
internal sealed class CreateDraftHandler(Database database, TemplateStore templates, HouseFacts house, SectionList sections, AuditTrail audit, TimeProvider time)
{
    /// <summary>Makes the first version from the template and the facts, and records it.</summary>
    /// <returns>The draft's id.</returns>
    internal async Task<Result<DraftCard>> HandleAsync(CreateDraft request, Principal who, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (!(await templates.FindAsync(work, request.Template, cancel)).TryGet(out var template, out var problem) || !(await SectionAsync(work, request.Section, who, cancel)).TryGet(out var section, out problem))
        {
            return problem;
        }

        if (request.Facts.Keys.Except(template.Template.Slots.Select(s => s.Name)).FirstOrDefault() is { } unknown)
        {
            return DraftProblems.UnknownFact.With(unknown.Length > 60 ? "" : unknown);
        }

        if (request.Label > Label.Internal && who.Clearance < request.Label)
        {
            return DraftProblems.LabelAboveClearance;
        }

        var facts = request.Facts.ToDictionary(f => f.Key, f => DraftWords.Clean(f.Value));
        var known = await house.OfAsync(work, section, by.Name, cancel);
        if (!TemplateComposer.Compose(template.Template, facts, known).TryGet(out var text, out problem))
        {
            return problem;
        }

        if (text.IsTooLong)
        {
            return DraftProblems.PartLength;
        }

        var now = time.GetUtcNow();
        var card = new DraftCard(
            Guid.CreateVersion7(), template.Template.Key, template.Template.Name, template.Template.Form, section, request.Label, who.UserId, DraftState.Writing, 1, 0, DraftWriting.TitleOf(text, template.Template.Name), now, now);
        await work.ExecuteAsync(
            "INSERT INTO draft (id, template, kind, form, section, label, author, state, version, round, title, words, created_at, changed_at) "
            + "VALUES (@id, @Template, @Kind, @form, @Section, @label, @Author, @state, 1, 0, @Title, '', @now, @now)",
            new { id = DraftRows.Key(card.Id), card.Template, card.Kind, form = card.Form.ToString(), card.Section, label = (long)card.Label, card.Author, state = card.State.ToKey(), card.Title, now = now.ToStore() },
            cancel);
        await DraftWriting.SaveAsync(work, card, new DraftVersion(1, now, who.UserId, text, facts), cancel);
        await audit.AppendAsync(
            work,
            by,
            DraftActions.Created,
            new JsonObject { ["draft"] = DraftRows.Key(card.Id), ["template"] = card.Template, ["template-version"] = template.Number, ["section"] = section, ["label"] = card.Label.ToName() },
            cancel);
        await work.CommitAsync(cancel);
        return card;
    }

    private async Task<Result<string>> SectionAsync(Session session, string typed, Principal who, CancellationToken cancel)
    {
        if (typed.Trim().Length == 0)
        {
            return who.Sections.Count == 1 ? who.Sections.Single() : who.Sections.Count == 0 ? DraftProblems.NoSection : DraftProblems.NotYourSection;
        }

        return !(await sections.FindAsync(session, typed, cancel)).TryGet(out var section, out var problem) ? problem
            : who.Sections.Contains(section.Code) ? section.Code
            : DraftProblems.NotYourSection;
    }
}
