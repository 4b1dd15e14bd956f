using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents.Tests.Fuzzing;

/// <summary>Harm done to a valid file. The same random numbers do the same harm.</summary>
internal static partial class Mutation
{
    private static readonly uint[] Lengths = [0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];
    private static readonly string[] Numbers = ["0", "-1", "1", "65536", "2147483647", "-2147483648", "4294967296", "99999999999999999999", "1e308", "NaN", "", "１２"];

    /// <summary>Harms the bytes, or, of a ZIP container, the text of a part within, packed anew with right sums; of text, the text.</summary>
    internal static byte[] Of(byte[] file, Random random)
    {
        var isZip = file.AsSpan().StartsWith("PK"u8);
        return random.Next(3) switch
        {
            0 => Bytes(file, random),
            _ when isZip => Part(file, random),
            _ => Encoding.UTF8.GetBytes(Text(Encoding.UTF8.GetString(file), random)),
        };
    }

    private static byte[] Bytes(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at); // cut short
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); // splice
                    break;
                case 4:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    var field = new byte[4];
                    BinaryPrimitives.WriteUInt32LittleEndian(field, Lengths[random.Next(Lengths.Length)]);
                    for (var i = 0; i < 4 && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = field[i];
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Part(byte[] file, Random random)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(from.Entries.Count);
            foreach (var (i, entry) in from.Entries.Index())
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                var text = reader.ReadToEnd();
                using var part = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(i == chosen ? Text(text, random) : text));
            }
        }

        return bytes.ToArray();
    }

    private static string Text(string text, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var pieces = Pieces().Matches(text);
            if (pieces.Count == 0)
            {
                return text;
            }

            var one = pieces[random.Next(pieces.Count)];
            var other = pieces[random.Next(pieces.Count)];
            text = random.Next(7) switch
            {
                0 => text.Remove(one.Index, one.Length),
                1 => text.Insert(other.Index, one.Value),
                2 => text.Insert(one.Index, string.Concat(Enumerable.Repeat(one.Value, random.Next(2, 3_000)))), // deep nesting
                3 => text.Remove(one.Index, one.Length).Insert(one.Index, other.Value),
                4 => Number(text, random),
                5 => text.Insert(one.Index, char.ConvertFromUtf32(Strange(random))),
                _ => text[..one.Index],
            };
            if (text.Length > 4_000_000)
            {
                return text[..4_000_000];
            }
        }

        return text;
    }

    private static string Number(string text, Random random)
    {
        var numbers = Digits().Matches(text);
        if (numbers.Count == 0)
        {
            return text;
        }

        var one = numbers[random.Next(numbers.Count)];
        var value = random.Next(2) == 0 ? Numbers[random.Next(Numbers.Length)] : random.Next(100_000).ToString(CultureInfo.InvariantCulture);
        return text.Remove(one.Index, one.Length).Insert(one.Index, value);
    }

    private static int Strange(Random random) => random.Next(6) switch
    {
        0 => random.Next(0x20),
        1 => 0xFFFE + random.Next(2),
        2 => 0xE0000 + random.Next(0x80), // tag characters
        3 => 0x20000 + random.Next(0xA000),
        4 => 0x3000 + random.Next(0x100),
        _ => "\"'<>&,\t\n#|*_［（第条項号年月日".EnumerateRunes().ElementAt(random.Next(20)).Value,
    };

    [GeneratedRegex(@"<[^<>]{0,200}>|\n|[^<>\n]{1,40}")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
