using System.Text;

namespace Yakuba.Ledger.Tests;

public sealed class LedgerEntryTests
{
    private static readonly TreeHash _hash = TreeHash.OfContent("本文"u8);

    private static readonly LedgerEntry _full = new()
    {
        Time = new DateTimeOffset(2026, 4, 1, 0, 30, 15, 250, TimeSpan.Zero),
        Actor = "sato",
        Roles = ["職員"],
        Action = "answer-result",
        Request = "0196-abc",
        Model = new ModelUsed("qwen3-4b", _hash),
        Prompt = "answer-3",
        Policy = "7",
        Passages = [new PassageUsed("12/3", _hash, "公開")],
        Verdicts = [new Verdict("amount", "removed", "根拠に金額がない"), new Verdict("date", "supported")],
        Commitments = new Dictionary<string, TreeHash> { ["question"] = _hash },
        Facts = new Dictionary<string, string> { ["status"] = "answered" },
    };

    [Fact]
    public void An_entry_has_the_documented_bytes_and_comes_back()
    {
        var bytes = _full.Encode();
        Assert.Equal(
            $$"""{"action":"answer-result","actor":"sato","commitments":{"question":"{{_hash}}"},"facts":{"status":"answered"},"model":{"file":"{{_hash}}","name":"qwen3-4b"},"passages":[{"hash":"{{_hash}}","id":"12/3","label":"公開"}],"policy":"7","prompt":"answer-3","request":"0196-abc","roles":["職員"],"time":"2026-04-01T00:30:15.250Z","v":1,"verdicts":[{"check":"amount","outcome":"removed","reason":"根拠に金額がない"},{"check":"date","outcome":"supported"}]}""",
            Encoding.UTF8.GetString(bytes));
        Assert.True(LedgerEntry.TryDecode(bytes, out var entry));
        Assert.Equivalent(_full, entry, strict: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"action":"a","actor":"b","request":"c","time":"2026-04-01T00:30:15.250Z","v":2}""")]
    [InlineData("""{"action":"a","actor":"b","request":"c","time":"2026-04-01T00:30:15.250Z","v":"1"}""")]
    [InlineData("""{"action":"a","actor":"b","request":"c","time":"2026-04-01 00:30","v":1}""")]
    [InlineData("""{"action":"a","actor":"b","request":"c","surplus":1,"time":"2026-04-01T00:30:15.250Z","v":1}""")]
    [InlineData("""{"action":"a","actor":"b","request":"c","roles":[null],"time":"2026-04-01T00:30:15.250Z","v":1}""")]
    [InlineData("""{"action":"a","actor":"b","passages":[7],"request":"c","time":"2026-04-01T00:30:15.250Z","v":1}""")]
    [InlineData("""{"action":"a","actor":"b","model":"x","request":"c","time":"2026-04-01T00:30:15.250Z","v":1}""")]
    [InlineData("""{"action":"Not Kebab","actor":"b","request":"c","time":"2026-04-01T00:30:15.250Z","v":1}""")]
    [InlineData("""{"v":1,"action":"a","actor":"b","request":"c","time":"2026-04-01T00:30:15.250Z"}""")] // right members, wrong order
    public void Bytes_that_no_entry_writes_are_refused(string json) =>
        Assert.False(LedgerEntry.TryDecode(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void The_smallest_entry_is_read()
    {
        Assert.True(LedgerEntry.TryDecode("""{"action":"a","actor":"b","request":"c","time":"2026-04-01T00:30:15.250Z","v":1}"""u8, out var entry));
        Assert.Empty(entry.Roles);
    }

    public static TheoryData<string, LedgerEntry> OutOfRange => new()
    {
        { "time", _full with { Time = new DateTimeOffset(2026, 4, 1, 9, 30, 15, TimeSpan.FromHours(9)) } },
        { "actor", _full with { Actor = "" } },
        { "actor", _full with { Actor = "half \ud800" } },
        { "roles", _full with { Roles = [.. Enumerable.Repeat("r", 33)] } },
        { "action", _full with { Action = "Answer Result" } },
        { "request", _full with { Request = "空白" } },
        { "model", _full with { Model = new ModelUsed("") } },
        { "passages", _full with { Passages = [.. Enumerable.Repeat(new PassageUsed("1/1", _hash, "公開"), 65)] } },
        { "verdicts", _full with { Verdicts = [new Verdict("", "removed")] } },
        { "commitments", _full with { Commitments = new Dictionary<string, TreeHash> { ["質問"] = _hash } } },
        { "facts", _full with { Facts = new Dictionary<string, string> { ["a"] = new('x', 2_001) } } },
        { "bytes", _full with { Facts = Enumerable.Range(0, 9).ToDictionary(i => $"f{i}", _ => new string('x', 2_000)) } },
    };

    [Theory, MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void A_value_out_of_range_is_not_written(string what, LedgerEntry entry) =>
        Assert.Contains(what, Assert.Throws<LedgerEntryException>(entry.Encode).Message, StringComparison.Ordinal);
}
