using System.Globalization;
using Yakuba.Ledger;

namespace Yakuba.Bench;

/// <summary>Entries as an answer writes them: eight passages, three verdicts, two commitments.</summary>
internal static class LedgerBenchEntries
{
    private static readonly DateTimeOffset _start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TreeHash _hash = TreeHash.OfContent("本文"u8);

    private static readonly LedgerEntry _answer = new()
    {
        Time = _start,
        Actor = "sato",
        Roles = ["職員"],
        Action = "answer-result",
        Request = "0",
        Policy = "7",
        Passages = [.. Enumerable.Range(1, 8).Select(i => new PassageUsed($"12/{i}", _hash, "公開"))],
        Verdicts = [new("amount", "removed", "根拠に金額がない"), new("date", "supported"), new("name", "supported")],
        Commitments = new Dictionary<string, TreeHash> { ["question"] = _hash, ["answer"] = _hash },
        Facts = new Dictionary<string, string> { ["status"] = "answered" },
    };

    internal static byte[] Make(int number) =>
        (_answer with { Time = _start.AddSeconds(number), Request = number.ToString(CultureInfo.InvariantCulture) }).Encode();
}
