using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Platform;

namespace Yakuba.Office.Ordinances.Reading;

/// <summary>An ordinance that was read from a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reading">Its tree with what is doubtful.</param>
/// <param name="HasLines">Whether the file has lines that an editor counts; pages and Word files have paragraphs.</param>
internal sealed record EnactmentFile(string Path, EnactmentReading Reading, bool HasLines)
{
    internal Enactment Enactment => Reading.Enactment;

    /// <summary>Reads a file in a worker process: text, HTML, law XML, Word, PDF.</summary>
    internal static async Task<Result<EnactmentFile>> ReadAsync(DocumentWorkers workers, string path, CancellationToken cancel)
    {
        if (!(await LinesAsync(workers, path, cancel)).TryGet(out var file, out var problem))
        {
            return problem;
        }

        var reading = EnactmentParser.Parse(file.Lines);
        return reading.Problems.Any(p => p.Name == "legislation-no-provisions")
            ? OrdinancesProblems.NoProvisions.With(path)
            : new EnactmentFile(path, reading, file.AreCounted);
    }

    /// <summary>The lines of a file, be it an ordinance or an amendment, read in a worker process.</summary>
    internal static async Task<Result<FileLines>> LinesAsync(DocumentWorkers workers, string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            return OrdinancesProblems.NoFile.With(path);
        }

        var text = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"yakuba-text-{Guid.CreateVersion7():N}");
        using var read = await workers.ReadAsync(new FileToRead(System.IO.Path.GetFileName(path), path, text), ReadLimits.Default with { AsEnactment = true }, cancel);
        if (read.Refusal is { } refusal)
        {
            return OrdinancesProblems.Of(refusal);
        }

        return new FileLines([.. EnactmentLines.Of(read.Blocks())], read.Document?.Kind is DocumentKind.PlainText or DocumentKind.Markdown);
    }

    /// <summary>A doubt of the reading with its place in the file.</summary>
    internal string Words(LegislationProblem problem) =>
        $"{problem.Line}{(HasLines ? "行目" : "番目の段落")}: {problem.Message}{problem.NextStep}（{problem.Name}）";
}

/// <summary>The lines of a file.</summary>
/// <param name="Lines">One for each paragraph.</param>
/// <param name="AreCounted">Whether an editor counts them so.</param>
internal sealed record FileLines(IReadOnlyList<string> Lines, bool AreCounted);
