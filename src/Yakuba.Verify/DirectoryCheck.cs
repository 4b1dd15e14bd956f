using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>Checks an exported log and reports in Japanese.</summary>
internal static class DirectoryCheck
{
    internal static int Run(string directory, NoteVerifier key, string? against, TextWriter output)
    {
        if (!Directory.Exists(directory))
        {
            output.WriteLine($"フォルダー「{directory}」がありません。");
            return Usage.BadInput;
        }

        EarlierHead? earlier = null;
        if (against is not null && !TryRead(against, key, out earlier, out var fault))
        {
            output.WriteLine($"「{against}」: {fault}");
            return Usage.BadInput;
        }

        var report = ExportVerifier.Verify(directory, key, earlier, read => output.WriteLine($"  {read} 件を確認しました"));
        Write(report, key, earlier, output);
        return report.IsWhole ? Usage.Whole : Usage.Damaged;
    }

    /// <summary>A file with a signed checkpoint, or what a printed sheet says.</summary>
    private static bool TryRead(string against, NoteVerifier key, out EarlierHead? earlier, out string fault)
    {
        if (File.Exists(against))
        {
            var isSigned = Checkpoint.TryOpen(File.ReadAllBytes(against), key, out var head, out fault);
            earlier = isSigned ? new SignedHead(head!) : null;
            return isSigned;
        }

        earlier = EarlierHead.Printed(against);
        fault = "その名前のファイルがありません。確認票の内容は「1234 かきく …」のように、件数と八つの言葉で指定してください。";
        return earlier is not null;
    }

    private static void Write(ExportReport report, NoteVerifier key, EarlierHead? earlier, TextWriter output)
    {
        output.WriteLine($"記録の名前: {key.Name}");
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
