using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Office.Library.Holding;

/// <summary>Looks at versions before they come into the index, and keeps out of it what may not be there. Held is not refused: the original and all rows are stored, and wait for a decision.</summary>
internal sealed class ImportHold(PrivacyGate gate, AuditTrail audit)
{
    /// <summary>The files that may not come into the index, by version, with why.</summary>
    internal async Task<IReadOnlyDictionary<uint, HeldText>> LookAsync(IEnumerable<StoredFile> files, CancellationToken cancel)
    {
        var outgoing = await gate.OpenAsync(WayOut.Import, cancel);
        var held = new Dictionary<uint, HeldText>();
        foreach (var file in files)
        {
            var texts = file.Reading.Passages().Select(p => (p.Ordinal, Text: HeldText.Of(p.HeadingPath, p.Question ?? "", p.Text)));
            if (HeldText.Find(outgoing, texts.Prepend((HeldText.Title, file.Title))) is { } why)
            {
                held[file.Number] = why;
            }
        }

        return held;
    }

    /// <summary>Holds a version that is stored and not found yet, tells so in its line of the report, and records it.</summary>
    internal async Task HoldAsync(UnitOfWork work, StoredFile file, HeldText why, Actor by, string now, CancellationToken cancel)
    {
        var number = (long)file.Number;
        if (file.Item.Kept is { } kept)
        {
            await KeptLife.RestoreAsync(work, file.Number, file.Item.Target, kept, cancel); // its life comes from the export only once
        }

        await HeldRows.HoldAsync(work, file.Number, why, now, cancel);
        await ImportLines.HoldAsync(work, file.Number, $"{why.Words}があるため（{why.Ordinals.Count}か所）、検索に入れずに保留しました。「保留中の文書」で確かめてください。", cancel);
        await audit.AppendAsync(
            work,
            by,
            LibraryActions.Held,
            new JsonObject { ["version"] = number, ["sha256"] = file.Sha256, ["section"] = file.Item.Section, ["found"] = why.Words, ["places"] = why.Ordinals.Count },
            cancel);
    }
}
