using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Tests.Walls;

/// <summary>Rank, time, status, errors, and rights that change while somebody looks.</summary>
public sealed class Abuse11To20(CaseTown town) : AbuseCases(town)
{
    [Fact]
    public async Task Abuse_11_rank_stays_when_a_hidden_document_comes()
    {
        var paths = new[] { "手数料はいくらですか", "受付の窓口", "申請" }.Select(q => $"/api/v1/passages?q={Uri.EscapeDataString(q)}&top=100").ToList();
        async Task<string> SeenAsync() => string.Join('\n', await Task.WhenAll(paths.Select(async p => Plain(await GetAsync("other section", p)))));
        var before = await SeenAsync();
        await FileAsync(Label.Restricted, "手数料集.md", "# 手数料と受付と申請\n\n" + string.Concat(Enumerable.Repeat("手数料の受付の窓口の申請の手数料です。\n\n", 60)));
        Assert.Equal(before, await SeenAsync());
        Assert.Contains("手数料集", await GetAsync("section head", "/api/v1/documents?q=手数料と受付&size=200"));
    }

    [Fact]
    public async Task Abuse_12_hidden_takes_as_long_as_absent()
    {
        const int Pairs = 1_000;
        var browser = Who("other section").Browser;
        async Task<double> TimeAsync(long version)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await browser.GetAsync($"/api/v1/documents/{version}");
            return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        var (slower, random) = (0, new Random(12));
        for (var i = 0; i < Pairs + 50; i++)
        {
            var isHiddenFirst = random.Next(2) == 0; // whichever comes second finds warmer caches
            var first = await TimeAsync(isHiddenFirst ? Secret.Version : 987654);
            var second = await TimeAsync(isHiddenFirst ? 987654 : Secret.Version);
            slower += i >= 50 && (isHiddenFirst ? first > second : second > first) ? 1 : 0;
        }

        var z = (slower - (Pairs / 2.0)) / Math.Sqrt(Pairs / 4.0); // sign test
        TestContext.Current.TestOutputHelper?.WriteLine($"hidden was slower in {slower} of {Pairs} pairs, z = {z:F2}");
        Assert.InRange(z, -5, 5);
    }

    [Fact]
    public async Task Abuse_13_every_door_says_the_same_of_hidden_and_of_absent()
    {
        var absent = new Paper(1, Label.Restricted, PaperState.Live, false, new Random(1)) { Version = 987654, DocumentId = "0199aaaa-0000-7000-8000-00000000000f" };
        foreach (var door in Door.All(Walls).Where(d => !d.IsCommand && (d.Name.Contains("{version:long}", StringComparison.Ordinal) || d.Name.Contains("{document:guid}", StringComparison.Ordinal))))
        {
            foreach (var who in new[] { "resident", "other section", "other head", "administrator" })
            {
                var (hidden, none) = (await door.KnockAsync(Who(who), Secret, ""), await door.KnockAsync(Who(who), absent, ""));
                Assert.True(hidden[..3] == none[..3], $"{door.Name} {who}: {hidden[..3]} and {none[..3]}");
            }
        }
    }

    [Fact]
    public async Task Abuse_14_an_error_with_a_hidden_text_in_hand_tells_no_word_of_it()
    {
        var version = await FileAsync(Label.Restricted, "壊れ物.md", "# 翡翠免状の手引き KQXWZRTBVN\n\n翡翠免状の手数料は、KQXWZRTBVN円です。\n");
        await using (var work = await Walls.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE passage SET heading_path = 'KQXWZRTBVN', from_key = 'KQXWZRTBVN' WHERE version = @version", new { version });
            await work.CommitAsync();
        }

        Walls.Log.Take();
        var came = await AskAsync("section head", "翡翠免状の手数料はいくらですか");
        var logged = string.Join('\n', Walls.Log.Take());
        await using (var work = await Walls.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE passage SET heading_path = '[]', from_key = 'line:1' WHERE version = @version", new { version });
            await work.CommitAsync();
        }

        Assert.Equal(500, Status(came));
        Assert.DoesNotContain("KQXWZRTBVN", came);
        Assert.NotEqual("", logged);
        Assert.DoesNotContain("KQXWZRTBVN", logged);
    }

    [Fact]
    public async Task Abuse_15_there_is_no_preview_and_a_marked_place_of_a_hidden_page_is_not_there()
    {
        Assert.True(NoRouteHas("preview", "thumb", "image", "picture"));
        Assert.Equal(404, Status(await GetAsync("other section", $"/documents/{Secret.Version}?at=line:1&quote={Uri.EscapeDataString(Secret.Fee)}")));
    }

    [Fact]
    public async Task Abuse_16_neighbours_of_a_readable_passage_are_of_the_same_version_and_label()
    {
        var open = await FileAsync(Label.Public, "琥珀規程.md", "# 琥珀規程\n\n琥珀規程の手数料は、700円です。\n");
        await FileAsync(Label.Restricted, "琥珀規程_別表.md", "# 琥珀規程 別表\n\n琥珀規程の査定額は、VJKQXRTWZB円です。\n");
        Assert.Contains("700", await Who("other section").ToolAsync("get_document", new { version = open, count = 100 }));
        foreach (var came in new[] { await Who("other section").ToolAsync("get_document", new { version = open, count = 100 }), await AskAsync("other section", "琥珀規程の査定額はいくらですか"), await GetAsync("other section", $"/documents/{open}") })
        {
            Assert.DoesNotContain("VJKQXRTWZB", came);
        }
    }

    [Fact]
    public async Task Abuse_17_an_outline_or_history_is_made_of_what_one_may_read()
    {
        var open = await FileAsync(Label.Public, "珊瑚規程.md", "# 珊瑚規程\n\n## 目的\n\n珊瑚規程の手数料は、600円です。\n");
        await FileAsync(Label.Public, "珊瑚規程.md", "# 珊瑚規程\n\n## ZBKWQJXRTV章\n\n珊瑚規程の手数料は、ZBKWQJXRTV円です。\n", publish: false);
        await using var read = await Walls.Town.Database.ReadAsync();
        var document = await read.SingleOrDefaultAsync<string>("SELECT document_id FROM version WHERE number = @open", new { open });
        foreach (var who in new[] { "resident", "other section", "administrator" })
        {
            Assert.DoesNotContain("ZBKWQJXRTV", await GetAsync(who, $"/documents/{open}") + await GetAsync(who, $"/library/{document}") + await GetAsync(who, "/api/v1/documents?q=珊瑚規程"));
        }

        Assert.Contains("ZBKWQJXRTV", await GetAsync("section head", $"/documents/{await read.CountAsync("SELECT max(number) FROM version WHERE document_id = @document", new { document })}"));
    }

    [Fact]
    public async Task Abuse_18_of_two_copies_the_readable_one_is_cited_by_its_own_title()
    {
        await FileAsync(Label.Restricted, "瑪瑙証明_内部.md", "# 瑪瑙証明 査察資料 TVXKWQZBRJ\n\n瑪瑙証明の手数料は、450円です。\n");
        await FileAsync(Label.Public, "瑪瑙証明.md", "# 瑪瑙証明の案内\n\n瑪瑙証明の手数料は、450円です。\n");
        var came = await AskAsync("other section", "瑪瑙証明の手数料はいくらですか");
        Assert.Contains("450円", came);
        Assert.Contains("瑪瑙証明の案内", came);
        Assert.DoesNotContain("TVXKWQZBRJ", came);
    }

    [Fact]
    public async Task Abuse_19_a_document_relabelled_upwards_is_gone_at_once_everywhere()
    {
        var version = await FileAsync(Label.Public, "柘榴登録.md", "# 柘榴登録の案内 RTBXKWQZVJ\n\n柘榴登録の手数料は、550円です。\n");
        var answered = await AskAsync("other section", "柘榴登録の手数料はいくらですか");
        Assert.Contains("RTBXKWQZVJ", answered);
        await WallsTown.DoneAsync(Who("section head").Browser.PatchAsJsonAsync($"/api/v1/documents/{version}", new { label = "機密性3" }));
        foreach (var path in new[] { $"/ask/{IdOf(answered)}", $"/api/v1/answers/{IdOf(answered)}", $"/documents/{version}", "/api/v1/passages?q=柘榴登録の手数料", "/library?q=柘榴登録", "/ask/history" })
        {
            Assert.DoesNotContain("RTBXKWQZVJ", await GetAsync("other section", path));
        }

        Assert.DoesNotContain("RTBXKWQZVJ", await AskAsync("other section", "柘榴登録の手数料はいくらですか"));
    }

    [Fact]
    public async Task Abuse_20_a_user_moved_during_an_answer_gets_no_further_sentence()
    {
        await Walls.Town.AddPersonAsync("idou", Role.Staff, "040", Label.Section);
        await FileAsync(Label.Section, "玻璃許可.md", "# 玻璃許可の手引き\n\n玻璃許可の手数料は、650円です。玻璃許可の受付は、毎週月曜日です。\n");
        var told = new List<string>();
        var moving = new TwoSentences(async () => await WallsTown.DoneAsync(Who("administrator").Browser.PutAsJsonAsync("/api/v1/people/idou", new { displayName = "idou", roles = new[] { "staff" }, sections = new[] { "060" }, clearance = "機密性2" })));
        var pipeline = PipelineOf(moving);
        var reader = await Walls.Town.PrincipalAsync("idou");
        var answer = (await pipeline.AnswerAsync(new Question("玻璃許可の手数料はいくらですか", null), reader, reader.ToActor(Actor.NewRequestId()), p =>
        {
            told.AddRange(p is SentenceVerified s ? [s.Sentence.Text] : []);
            return Task.CompletedTask;
        }, default)).Value;

        Assert.Equal(["玻璃許可の手数料は、650円です。"], told);
        Assert.Equal(AnswerStatus.Unavailable, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
    }
}
