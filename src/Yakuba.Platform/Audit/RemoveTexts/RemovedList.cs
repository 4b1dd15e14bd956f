using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>The list of what a removal took, as CSV: number of the entry, part, time, and the entry's leaf hash, by which it can still be proved. Its SHA-256 stands in the record.</summary>
public static class RemovedList
{
    /// <summary>The list as bytes; the same for ever, for it is made of what stays.</summary>
    public static async Task<byte[]> OfAsync(Session session, long removal, CancellationToken cancel)
    {
        var text = new StringBuilder("entry,part,time,leaf\r\n");
        var rows = await session.QueryAsync<Row>(
            "SELECT b.idx AS \"Index\", b.part AS Part, e.at AS At, e.leaf AS Leaf FROM audit_body b JOIN audit_entry e ON e.idx = b.idx WHERE b.removal = @removal ORDER BY b.idx, b.part",
            new { removal },
            cancel);
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Index},{row.Part},{row.At},{new TreeHash(row.Leaf)}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static string Sha256(byte[] list) => Convert.ToHexStringLower(SHA256.HashData(list));

    private sealed record Row(long Index, string Part, string At, byte[] Leaf);
}
