using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Tests.Walls;

/// <summary>Hidden documents asked for: by name, by their words, by number, and by what others got.</summary>
public sealed class Abuse01To10(CaseTown town) : AbuseCases(town)
{
    [Fact]
    public async Task Abuse_01_a_restricted_title_answers_as_a_title_that_does_not_exist()
    {
        string[] askers = ["resident", "staff", "other section", "administrator", "auditor"];
        var before = new List<string>();
        foreach (var who in askers)
        {
            before.Add(Plain(await AskAsync(who, "緑青免許の手数料はいくらですか")));
        }

        await FileAsync(Label.Restricted, "緑青免許.md", "# 緑青免許の手引き\n\n緑青免許の手数料は、9,990円です。\n");
        foreach (var (who, answer) in askers.Zip(before))
        {
            Assert.Equal(answer, Plain(await AskAsync(who, "緑青免許の手数料はいくらですか")));
        }

        Assert.Contains("9,990円", await AskAsync("section head", "緑青免許の手数料はいくらですか"));
    }

    [Fact]
    public async Task Abuse_02_a_quoted_sentence_finds_neither_text_nor_a_hint()
    {
        foreach (var words in new[] { Secret.Fee, $"「{Secret.Topic}の手数料」" })
        {
            var came = await AskAsync("other section", words) + await GetAsync("other section", $"/api/v1/passages?q={Uri.EscapeDataString(words)}") + await GetAsync("other section", $"/library?q={Uri.EscapeDataString(words)}");
            Hides(came, Secret);
            Assert.DoesNotContain("表示できない文書", came);
        }
    }

    [Fact]
    public async Task Abuse_03_its_number_in_any_door_is_a_number_that_does_not_exist()
    {
        await GetAsync("other section", "/library"); // the first page of a browser sets the cookie of its forms, whatever it shows
        foreach (var path in new[] { "/api/v1/documents/{0}", "/api/v1/documents/{0}/original", "/documents/{0}", "/documents/{0}/original", "/documents/{0}/report" })
        {
            var hidden = await GetAsync("other section", string.Format(null, path, Secret.Version));
            var absent = await GetAsync("other section", string.Format(null, path, 987654));
            Assert.Equal(404, Status(hidden));
            Assert.Equal(Plain(absent).Replace("987654", $"{Secret.Version}", StringComparison.Ordinal), Plain(hidden));
        }

        Assert.Equal(Plain(await Who("other section").ToolAsync("get_document", new { version = 987654 })), Plain(await Who("other section").ToolAsync("get_document", new { version = Secret.Version })));
    }

    [Fact]
    public async Task Abuse_04_numbers_from_somebody_elses_answer_open_nothing()
    {
        var citation = Json(await AskAsync("section head", $"{Secret.Topic}の手数料はいくらですか")).GetProperty("citations")[0];
        Assert.Equal(Secret.Version, citation.GetProperty("version").GetInt64());
        foreach (var path in new[] { $"/ask/{Secret.AnswerId}", $"/api/v1/answers/{Secret.AnswerId}", $"/documents/{Secret.Version}?at={citation.GetProperty("key").GetString()}" })
        {
            Assert.Equal(404, Status(await GetAsync("other section", path)));
            Assert.Equal(404, Status(await GetAsync("resident", path)));
        }
    }

    [Fact]
    public async Task Abuse_05_right_after_a_colleague_with_more_rights_the_same_question_finds_what_one_may_read()
    {
        var question = $"{Secret.Topic}の受付はどこですか";
        Assert.Contains(Secret.Canaries[3], await AskAsync("section head", question));
        Hides(await AskAsync("other section", question), Secret);
        Hides(await AskAsync("resident", question), Secret);
    }

    [Fact]
    public async Task Abuse_06_a_paraphrase_meets_no_cache_because_there_is_none()
    {
        Assert.Contains(Secret.Canaries[3], await AskAsync("section head", $"{Secret.Topic}の受付はどこですか"));
        Hides(await AskAsync("other section", $"{Secret.Topic}はどこで受け付けていますか"), Secret);
        await using var read = await Walls.Town.Database.ReadAsync();
        Assert.Empty(await read.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%cache%'"));
        Assert.True(NoRouteHas("cache"));
    }

    [Fact]
    public async Task Abuse_07_first_letters_bring_no_word_of_a_hidden_document()
    {
        Assert.True(NoRouteHas("suggest", "complete"));
        foreach (var letters in new[] { Secret.Topic[..1], Secret.Topic[..2], Secret.Topic[..3], Secret.Topic[..4] })
        {
            var came = await GetAsync("other section", $"/api/v1/passages?q={Uri.EscapeDataString(letters)}");
            Assert.DoesNotContain(Secret.Topic, came);
            Hides(came, Secret);
        }
    }

    [Fact]
    public async Task Abuse_08_no_spelling_is_mended_towards_a_hidden_word()
    {
        await FileAsync(Label.Restricted, "瑠璃鑑札.md", "# 瑠璃鑑札の手引き\n\n瑠璃鑑札の手数料は、8,880円です。瑠璃鑑札は三年ごとに更新します。\n");
        const string Slip = "瑠璃鑑礼"; // one character beside 瑠璃鑑札
        Assert.Equal("瑠璃鑑札の手数料", Json(await GetAsync("section head", $"/api/v1/passages?q={Uri.EscapeDataString(Slip + "の手数料")}")).GetProperty("meant").GetString());
        foreach (var who in new[] { "resident", "staff", "other section" })
        {
            Assert.DoesNotContain("瑠璃鑑札", await GetAsync(who, $"/api/v1/passages?q={Uri.EscapeDataString(Slip + "の手数料")}"));
            Assert.DoesNotContain("瑠璃鑑札", await AskAsync(who, $"{Slip}の手数料はいくらですか"));
        }
    }

    [Fact]
    public async Task Abuse_09_counts_and_pages_are_of_readable_documents_only()
    {
        foreach (var asker in Asker.All.Where(a => !a.IsOperator))
        {
            foreach (var paper in Walls.Papers.Where(p => p.State is not (PaperState.Superseded or PaperState.Retired)))
            {
                var total = Json(await GetAsync(asker.Kind, $"/api/v1/documents?q={Uri.EscapeDataString(paper.Topic)}&size=1")).GetProperty("total").GetInt32();
                Assert.True(total == (asker.MayRead(paper) ? 1 : 0), $"{asker.Kind} counts {total} of {paper}");
            }
        }
    }

    [Fact]
    public async Task Abuse_10_a_facet_shows_nothing_of_labels_that_one_may_not_read()
    {
        foreach (var filter in new[] { "label=機密性3", "label=機密性2&section=040", "state=draft" })
        {
            var found = Json(await GetAsync("other section", $"/api/v1/documents?{filter}&size=200"));
            Assert.DoesNotContain(found.GetProperty("documents").EnumerateArray(), d => d.GetProperty("section").GetString() == "040");
        }

        Assert.NotEqual(0, Json(await GetAsync("section head", "/api/v1/documents?label=機密性3&section=040")).GetProperty("total").GetInt32());
    }
}
