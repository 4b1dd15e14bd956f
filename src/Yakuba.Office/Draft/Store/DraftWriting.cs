using System.Text.Json;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Store;

/// <summary>Writes versions of drafts. The caller checks, records and commits.</summary>
internal static class DraftWriting
{
    private const int LongestTitle = 200;

    /// <summary>The name of a draft in lists: its subject, else its first words.</summary>
    internal static string TitleOf(DraftText text, string kind)
    {
        var title = new[] { PartRole.Subject, PartRole.Body }.Select(role => text.Lines(role).FirstOrDefault(l => l.Trim().Length > 0)).FirstOrDefault(l => l is not null) ?? kind;
        return DraftWords.Cut(title, LongestTitle);
    }

    /// <summary>Saves a version and makes it the newest.</summary>
    internal static async Task SaveAsync(UnitOfWork work, DraftCard card, DraftVersion version, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "INSERT INTO draft_version (draft, number, made_at, made_by, content, facts) VALUES (@id, @number, @at, @By, @content, @facts)",
            new
            {
                id = DraftRows.Key(card.Id),
                number = (long)version.Number,
                at = version.At.ToStore(),
                version.By,
                content = version.Text.ToJson(),
                facts = JsonSerializer.Serialize(version.Facts),
            },
            cancel);
        await work.ExecuteAsync(
            "UPDATE draft SET version = @number, title = @title, words = @words WHERE id = @id",
            new { id = DraftRows.Key(card.Id), number = (long)version.Number, title = TitleOf(version.Text, card.Kind), words = version.Text.AllWords },
            cancel);
    }

    internal static Task SetStateAsync(UnitOfWork work, DraftCard card, DraftState state, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE draft SET state = @state WHERE id = @id", new { id = DraftRows.Key(card.Id), state = state.ToKey() }, cancel);
}
