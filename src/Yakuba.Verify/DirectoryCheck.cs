using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>Checks an exported log and reports in Japanese.</summary>
internal static class DirectoryCheck
{
    internal static int Run(string directory, NoteVerifier key, Arguments call, TextWriter output)
    {
        var against = call.Option("--against");
        if (!Directory.Exists(directory))
        {
            output.WriteLine($"フォルダー「{directory}」がありません。");
            return Usage.BadInput;
        }

        EarlierHead? earlier = null;
        if (!KeyChain.TryFollow(key, ExportReader.Handovers(directory), out var keys, out var fault))
        {
            output.WriteLine($"異常: {fault}");
            return Usage.Damaged;
        }

        if (against is not null && !TryRead(against, keys, out earlier, out fault))
        {
            output.WriteLine($"「{against}」: {fault}");
            return Usage.BadInput;
        }

        if (call.Option("--witness") is { } witness && Unwitnessed(witness, against) is { } refusal)
        {
            output.WriteLine($"異常: {refusal}");
            return Usage.Damaged;
        }

        var report = ExportVerifier.Verify(directory, key, earlier, read => output.WriteLine($"  {read} 件を確認しました"));
        Write(report, keys, earlier, output);
        return report.IsWhole ? Usage.Whole : Usage.Damaged;
    }

    /// <returns>Why the kept checkpoint is not one that the witness co-signed; null when it is.</returns>
    private static string? Unwitnessed(string witness, string? against) =>
        !WitnessKey.TryParse(File.Exists(witness) && new FileInfo(witness).Length < 1_000 ? File.ReadAllText(witness).Trim() : witness, out var key, out var fault) ? fault
        : !File.Exists(against) ? "--witness には、立会人が署名した控えのファイルを --against で指定してください。"
        : !SignedNote.TryParse(File.ReadAllBytes(against), out var note, out fault) ? fault
        : key.HasCosigned(note, out _) ? null : "以前の控えに、この立会人の署名がありません。";

    /// <summary>A file with a signed checkpoint, or what a printed sheet says.</summary>
    private static bool TryRead(string against, KeyChain keys, out EarlierHead? earlier, out string fault)
    {
        if (File.Exists(against))
        {
            var isSigned = keys.TryOpen(File.ReadAllBytes(against), out var head, out fault);
            earlier = isSigned ? new SignedHead(head!) : null;
            return isSigned;
        }

        earlier = EarlierHead.Printed(against);
        fault = "その名前のファイルがありません。確認票の内容は「1234 かきく …」のように、件数と八つの言葉で指定してください。";
        return earlier is not null;
    }

    private static void Write(ExportReport report, KeyChain keys, EarlierHead? earlier, TextWriter output)
    {
        output.WriteLine($"記録の名前: {keys.Newest.Name}");
        if (keys.Handovers.Count > 0)
        {
            output.WriteLine($"署名の鍵: {keys.Handovers.Count} 回の交換をたどりました。いまの検証鍵: {keys.Newest}");
        }

        if (report.Checkpoint is { } head)
        {
            output.WriteLine($"チェックポイント: {head.Size} 件、根のハッシュ {head.Root}");
            output.WriteLine($"計算し直した記録: {report.EntriesRead} 件");
        }

        foreach (var remark in report.Remarks)
        {
            output.WriteLine($"参考: 記録に属さないファイルがあります: {remark}");
        }

        foreach (var finding in report.Findings)
        {
            output.WriteLine($"異常: {finding.File}: {finding.Message}");
        }

        if (!report.IsWhole)
        {
            output.WriteLine(report.FirstBadIndex is { } index
                ? $"結果: 異常があります。最初の異常は {index} 番（0から数えて）です。"
                : "結果: 異常があります。番号は特定できません。");
            return;
        }

        output.WriteLine(earlier is null
            ? "結果: 異常はありません。すべての記録が署名された内容と一致します。"
            : $"結果: 異常はありません。以前の控え（{earlier.Size} 件）からの書き換えもありません。");
    }
}
