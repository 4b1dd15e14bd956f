using System.Text;
using Yakuba.Documents;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Lint;

/// <summary>The text of a file as the linter reads it: plain text as it stands, so that lines and columns are the file's own; other formats block by block, a line each.</summary>
internal static class LintText
{
    private static readonly HashSet<string> s_plain = [".txt", ".md", ""];

    internal static async Task<Result<string>> ReadAsync(DocumentWorkers workers, string path, CancellationToken cancel)
    {
        try
        {
            if (s_plain.Contains(Path.GetExtension(path).ToLowerInvariant()) && Utf8(path) is { } text)
            {
                return text;
            }

            var spool = Path.Combine(Path.GetTempPath(), $"yakuba-text-{Guid.CreateVersion7():N}");
            using var reading = await workers.ReadAsync(new FileToRead(Path.GetFileName(path), path, spool), ReadLimits.Default, cancel);
            return reading.Refusal is { } refused ? LintProblems.CannotRead.With(refused.Message + refused.NextStep) : string.Join('\n', Lines(reading));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LintProblems.CannotRead.With(path);
        }
    }

    private static IEnumerable<string> Lines(WorkerReading reading) =>
        reading.Blocks().Select(block => block is ListItemBlock item ? $"{item.Marker}　{item.Text}" : block.Text).Concat(reading.FaqEntries().SelectMany(entry => new[] { entry.Question, entry.Answer }));

    /// <returns>Null for a text in another character set, which the readers know.</returns>
    private static string? Utf8(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
