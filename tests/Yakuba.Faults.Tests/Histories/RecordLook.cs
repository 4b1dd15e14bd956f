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

        // Each key with the newest head that somebody keeps, and each head with the newest key: all heads were signed before it.
        var keys = history.Of(PromiseKind.VerifierKey).Select(p => p.Key).Append(export.VerifierKey).Distinct().ToList();
        var headsKept = history.Of(PromiseKind.Head).Select(p => p.Key).Distinct().ToList();
        foreach (var (key, head) in keys.Select(k => (k, headsKept.LastOrDefault())).Concat(headsKept.SkipLast(1).Select(h => (keys[^1], (string?)h))))
        {
            string[] command = ["dir", export.Folder, "--key", key];
            if (head is not null)
            {
                await File.WriteAllTextAsync(folder["against"], head);
                command = [.. command, "--against", folder["against"]];
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
