using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class HostileInputTests
{
    [Fact]
    public void No_reader_throws_on_bytes_that_were_cut_spliced_or_scrambled()
    {
        using var log = SampleLog.Of(9);
        var entry = Encoding.UTF8.GetBytes("""{"action":"a","actor":"b","passages":[{"hash":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","id":"1/1","label":"公開"}],"request":"c","time":"2026-04-01T00:30:15.250Z","v":1}""");
        byte[][] seeds = [log.Checkpoint(), TlogProof.Of(log.Nodes, 4, 9, log.Checkpoint(), entry).ToBytes(), entry, "{\"a\":[1,\"\\ud83d\\ude00\",null]}"u8.ToArray()];
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            ReadAll(Scramble(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], random));
        }
    }

    private static byte[] Scramble(byte[] first, byte[] second, Random random)
    {
        byte[] bytes = random.Next(3) == 0 ? [.. first[..random.Next(first.Length)], .. second[random.Next(second.Length)..]] : [.. first];
        for (var i = random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static void ReadAll(byte[] bytes)
    {
        if (SignedNote.TryParse(bytes, out var note, out _))
        {
            Checkpoint.TryParse(note.Text, out _, out _);
        }

        TlogProof.TryParse(bytes, out _, out _);
        LedgerEntry.TryDecode(bytes, out _);
        CanonicalJson.TryCanonicalise(bytes, out _);
        EntryBundle.TrySplit(bytes, out _);
        NoteVerifier.TryParse(Encoding.UTF8.GetString(bytes), out _, out _);
    }
}
