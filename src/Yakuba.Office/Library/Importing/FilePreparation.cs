using Yakuba.Documents;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>The part of taking a file in that changes nothing: look at it, copy it beside the originals, have it read. Several files are in it at the same time.</summary>
public sealed class FilePreparation(Database database, Originals originals, GuardedReader reader, ReadingLimits limits)
{
    /// <summary>Prepares one file.</summary>
    /// <param name="item">The file.</param>
    /// <param name="evenIfKnown">True to read it also when the library's newest version has the same content now.</param>
    /// <param name="cancel">Stops and leaves nothing.</param>
    internal async Task<PreparedFile> PrepareAsync(ImportItem item, bool evenIfKnown, CancellationToken cancel)
    {
        if (item.Refusal.Length > 0)
        {
            return PreparedFile.Refused(item.Refusal == LibraryProblems.NotSent.Name ? LibraryProblems.NotSent : LibraryProblems.TooLarge);
        }

        try
        {
            using var source = SourceFile.Open(item.Path);
            var bounds = await limits.GetAsync(cancel);
            var most = item.Kept is null ? bounds.MaxFileBytes : long.MaxValue; // what was kept once is kept again, with text or without
            if (source.Length > most)
            {
                return PreparedFile.Refused(LibraryProblems.TooLarge);
            }

            if (!evenIfKnown && await NewestAsync(item, cancel) is { } newest && newest == source.Hash())
            {
                return PreparedFile.Known(newest);
            }

            return originals.TakeIn(source, most, cancel) is { } arrived
                ? await ReadAsync(item, arrived, bounds, cancel)
                : PreparedFile.Refused(LibraryProblems.TooLarge);
        }
        catch (SourceException)
        {
            return PreparedFile.Refused(LibraryProblems.CannotOpen);
        }
    }

    private async Task<PreparedFile> ReadAsync(ImportItem item, ArrivedFile arrived, ReadLimits bounds, CancellationToken cancel)
    {
        WorkerReading? reading = null;
        try
        {
            reading = await reader.ReadAsync(item.FileName, arrived, bounds, cancel);
            if (reading.Document is not null || item.Kept is not null)
            {
                Originals.Settle(arrived);
            }

            return PreparedFile.Of(arrived, reading);
        }
        catch
        {
            reading?.Dispose();
            arrived.Dispose();
            throw;
        }
    }

    /// <summary>Hash of the newest version under the item's key.</summary>
    private async Task<string?> NewestAsync(ImportItem item, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return (await VersionStore.PresentAsync(read, item.SourceKey, cancel))?.Sha256;
    }
}
