using System.Text;
using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>Checks that one entry is in the log, from its proof file alone.</summary>
internal static class ProofCheck
{
    internal static int Run(string file, NoteVerifier key, string? entryFile, TextWriter output)
    {
        if (!TlogProof.TryParse(File.ReadAllBytes(file), out var proof, out var fault))
        {
            output.WriteLine($"異常: {fault}");
            return Usage.Damaged;
        }

        ReadOnlyMemory<byte>? entry = entryFile is null ? proof.Extra : File.ReadAllBytes(entryFile);
        if (entry is not { } bytes)
        {
            output.WriteLine("証明ファイルに記録が入っていません。--entry で記録のファイルを指定してください。");
            return Usage.BadInput;
        }

        if (!proof.Verify(bytes.Span, key, out var checkpoint, out fault))
        {
            output.WriteLine($"異常: {fault}");
            return Usage.Damaged;
        }

        output.WriteLine($"記録の名前: {checkpoint.Origin}");
        output.WriteLine($"結果: 異常はありません。この記録は {proof.Index} 番（0から数えて、全 {checkpoint.Size} 件中）に登録されています。");
        output.WriteLine("記録の内容:");
        output.WriteLine(System.Text.Unicode.Utf8.IsValid(bytes.Span) ? Visible(Encoding.UTF8.GetString(bytes.Span)) : Convert.ToBase64String(bytes.Span));
        return Usage.Whole;
    }

    // The content comes from outside: control characters must not reach the terminal.
    private static string Visible(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
