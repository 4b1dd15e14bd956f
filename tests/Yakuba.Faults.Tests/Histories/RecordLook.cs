using Yakuba.Faults.Tests.Programs;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>The record is whole by the product's own check and by <c>yakuba-verify</c>, with every key and every head that somebody keeps.</summary>
internal static class RecordLook
{
    internal static async Task<IReadOnlyList<string>> RunAsync(OpenTown town, History history, bool isVerifiedApart)
    {
        var findings = new List<string>();
        List<EarlierHead?> heads = [null];
        foreach (var kept in history.Of(PromiseKind.Head))
        {
            if ((await town.Get<KeptHead>().ReadAsync(kept.Key, default)).TryGet(out var head, out var unread))
            {
                heads.Add(head);
            }
            else
            {
                findings.Add($"a head that somebody keeps is not taken: {unread}");
            }
        }

        foreach (var head in heads)
        {
            var verdict = await town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, head, default);
            findings.AddRange(verdict.Findings.Select(f => "the record: " + f));
        }

        using var folder = new TemporaryFolder();
        var exported = await town.Get<ExportRecordHandler>().RunAsync(folder["export"], Actor.Console("check"), default);
        if (!exported.TryGet(out var export, out var problem))
        {
            return [.. findings, $"the record cannot be exported: {problem.Name}"];
        }

        var against = folder["against"];
        foreach (var key in history.Of(PromiseKind.VerifierKey).Select(p => p.Key).Append(export.VerifierKey).Distinct())
        {
            string[] command = ["dir", export.Folder, "--key", key];
            if (history.Of(PromiseKind.Head).LastOrDefault() is { } last)
            {
                await File.WriteAllTextAsync(against, last.Key);
                command = [.. command, "--against", against];
            }

            var ran = isVerifiedApart ? await Run.ProgramAsync(Run.Verifier, command) : VerifyProgram.Run(command);
            if (ran.Code != 0)
            {
                findings.Add($"yakuba-verify: {ran}");
            }
        }

        return findings;
    }
}
