using System.Globalization;
using System.Text.Json;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;

namespace Yakuba.Faults.Tests.Towns;

/// <summary>Reads what a command acknowledged out of what it printed with <c>--json</c>.</summary>
internal static class Promises
{
    private static readonly string[] TakenIn = ["added", "newVersion", "unchanged", "duplicate"];

    internal static void Import(History history, string files, Ran ran)
    {
        using var report = JsonDocument.Parse(ran.Output);
        foreach (var file in report.RootElement.GetProperty("files").EnumerateArray().Where(f => TakenIn.Contains(f.GetProperty("outcome").GetString())))
        {
            var name = file.GetProperty("file").GetString()!;
            history.Add(PromiseKind.Document, name, FaultPapers.Hash(Path.Combine(files, name)));
        }
    }

    internal static void Answer(History history, Ran ran)
    {
        using var answer = JsonDocument.Parse(ran.Output);
        Answer(history, answer.RootElement);
    }

    internal static void Answer(History history, JsonElement answer) =>
        history.Add(PromiseKind.Answer, answer.GetProperty("id").GetString()!, answer.GetProperty("record").GetInt64().ToString(CultureInfo.InvariantCulture));

    internal static void Removal(History history, Ran ran)
    {
        using var removal = JsonDocument.Parse(ran.Output);
        history.Add(PromiseKind.Removal, removal.RootElement.GetProperty("number").GetInt64().ToString(CultureInfo.InvariantCulture));
    }

    internal static void NewKey(History history, Ran ran)
    {
        using var key = JsonDocument.Parse(ran.Output);
        history.Add(PromiseKind.VerifierKey, key.RootElement.GetProperty("verifierKey").GetString()!);
    }
}
