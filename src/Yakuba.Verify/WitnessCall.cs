using Yakuba.Ledger;

namespace Yakuba.Verify;

/// <summary>Acts as the witness of another party's log: checks that its head extends the last one and co-signs it. Nothing but files goes to and fro.</summary>
internal static class WitnessCall
{
    internal static int Run(string request, NoteVerifier log, Arguments call, TextWriter output)
    {
        if (call.Option("--signing-key") is not { } keyFile || call.Option("--seen") is not { } seen || call.Option("--out") is not { } target || (call.Option("--name") is null && !File.Exists(keyFile)))
        {
            output.WriteLine("--signing-key（立会人の鍵のファイル）、--seen（立ち会った控えを置くフォルダー）、--out（書き込むファイル）を指定してください。初めてのときは --name（立会人の名前）も指定すると、鍵を作ります。");
            return Usage.BadInput;
        }

        if (!WitnessRequest.TryParse(File.ReadAllBytes(request), out var asked))
        {
            output.WriteLine($"「{request}」は立会いの依頼ではありません。");
            return Usage.BadInput;
        }

        try
        {
            using var signer = File.Exists(keyFile) ? SigningKeyFile.Load(keyFile, call.Option("--name") ?? NameIn(keyFile)) : SigningKeyFile.Create(keyFile, call.Option("--name")!); // one of the two is there: checked above
            var witness = new Witness(signer, seen);
            if (witness.Cosign(asked, log, TimeProvider.System.GetUtcNow(), out var fault) is not { } cosigned)
            {
                output.WriteLine($"異常: {fault}");
                return Usage.Damaged;
            }

            File.WriteAllBytes(target, cosigned.ToBytes());
            output.WriteLine($"立ち会いました。{target} を記録の持ち主に渡してください。");
            output.WriteLine($"立会人の検証鍵: {witness.Key}");
            return Usage.Whole;
        }
        catch (Exception refused) when (refused is SigningKeyException or ArgumentException)
        {
            output.WriteLine($"立会人の鍵を使えません: {refused.Message}");
            return Usage.BadInput;
        }
    }

    private static string NameIn(string keyFile) => File.ReadAllText(keyFile).Split('+') is [_, _, var name, ..] ? name : "";
}
