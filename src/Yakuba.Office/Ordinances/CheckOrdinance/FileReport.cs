using System.Collections.Immutable;
using Yakuba.Legislation;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.CheckOrdinance;

/// <summary>What was found in one file: doubts of the reading by line, findings of the checks by provision.</summary>
internal sealed record FileReport(CheckedFile Checked, ImmutableArray<EnactmentFinding> Findings)
{
    internal int Count => Findings.Length + Checked.File.Reading.Problems.Length;

    /// <summary>The report as JSON.</summary>
    internal object Summary => new
    {
        file = Checked.File.Path,
        title = Checked.Index.Enactment.Name,
        problems = Checked.File.Reading.Problems,
        findings = Findings.Select(f => new { f.Id, path = f.Path.ToString(), f.Start, f.Length, f.Message, f.Why }),
    };

    internal void Write(CommandOutput output)
    {
        output.Line($"{Checked.Index.Enactment.Name}: {(Count == 0 ? "指摘はありません。" : $"{Count}件の指摘があります。")}");
        foreach (var problem in Checked.File.Reading.Problems)
        {
            output.Line($"  {Checked.File.Words(problem)}");
        }

        foreach (var finding in Findings)
        {
            var place = finding.Path.ToString();
            output.Line($"  {(place.Length > 0 ? place : "全体")}: {finding.Message}{finding.Why}（{finding.Id}）");
        }
    }
}
