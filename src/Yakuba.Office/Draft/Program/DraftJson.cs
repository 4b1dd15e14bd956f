using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Program;

/// <summary>Drafts for programs.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Drafts">Those of the page.</param>
internal sealed record DraftsJson(long Total, IReadOnlyList<DraftJson> Drafts);

/// <summary>A draft in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Template">Key of its template.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">Code of its section.</param>
/// <param name="Label">Name of its label.</param>
/// <param name="State">Key of its state.</param>
/// <param name="Version">Number of the newest version.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Author">Id of the account of who began it.</param>
/// <param name="ChangedAt">When it last changed.</param>
internal sealed record DraftJson(Guid Id, string Template, string Kind, string Section, string Label, string State, int Version, string Title, string Author, DateTimeOffset ChangedAt)
{
    internal static DraftJson Of(DraftCard c) => new(c.Id, c.Template, c.Kind, c.Section, c.Label.ToName(), c.State.ToKey(), c.Version, c.Title, c.Author, c.ChangedAt);
}

/// <summary>A draft with its text.</summary>
/// <param name="Draft">What lists tell.</param>
/// <param name="Number">The version that is told.</param>
/// <param name="Parts">Its words, by part.</param>
/// <param name="Spans">Pieces of all parts and where they came from.</param>
/// <param name="Facts">What was filled in.</param>
/// <param name="Steps">Its way round, of all rounds.</param>
/// <param name="DocumentNumber">The number it was given; empty before.</param>
/// <param name="IssuedOn">The day it was sent; null before.</param>
internal sealed record OpenDraftJson(
    DraftJson Draft, int Number, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<SpanJson> Spans, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<StepJson> Steps, string DocumentNumber, DateOnly? IssuedOn)
{
    internal static OpenDraftJson Of(OpenDraft open, IReadOnlyList<RouteStep> steps, IssuedDraft? issued) => new(
        DraftJson.Of(open.Card),
        open.Version.Number,
        open.Version.Text.Parts.Keys.ToDictionary(r => r.ToKey(), open.Version.Text.Words),
        [.. open.Version.Text.Parts.SelectMany(p => p.Value.Select(s => new SpanJson(p.Key.ToKey(), s.Text, s.Origin.ToString().ToLowerInvariant(), s.From)))],
        open.Version.Facts,
        [.. steps.Select(s => new StepJson(s.Round, s.Place, s.Post, s.Person, s.Kind.ToString().ToLowerInvariant(), s.State.ToString().ToLowerInvariant(), s.Version, s.Due, s.DecidedAt, s.DecidedBy, s.Remark))],
        issued?.Written ?? "",
        issued?.On);
}

/// <summary>A piece of text and where it came from, docs/formats/draft.md.</summary>
internal sealed record SpanJson(string Part, string Text, string Origin, string From);

/// <summary>One step of a way round.</summary>
internal sealed record StepJson(int Round, int Place, string Post, string Person, string Kind, string State, int Version, DateOnly? Due, DateTimeOffset? DecidedAt, string DecidedBy, string Remark);
