using Microsoft.Extensions.DependencyInjection;
using System.Net;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Tests.Accounts;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Models;

public sealed class EmbeddingPageTests
{
    private static readonly TownPlan Plan = TownPlan.Accounts.And(new TownPlan(
        services => services.AddModels().AddSingleton(new EmbeddingLook((_, _) => Task.FromResult(new EmbeddingProgress(
            1_234, 1_200, 12, true, "", 1.36, EmbeddingReason.Exam, 0, new EmbeddingExam(300, 0.647, 0.607, 0.801, DateTimeOffset.UnixEpoch))))),
        _ => { },
        routes => routes.MapModels()));

    [Fact]
    public async Task An_administrator_attaches_tries_and_detaches_an_embedding_model_on_the_page()
    {
        await using var server = await EmbeddingDouble.StartAsync(dimension: 48);
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var attached = await PageTests.PostAsync(
            browser, "/model/embedding", "/model/embedding", ("url", server.Url.AbsoluteUri), ("name", ""), ("query", "query: "), ("passage", "passage: "), ("key", "secret-1"));
        Assert.Equal("/model/embedding?done=attached", attached.Headers.Location?.ToString());
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/model/embedding?done=attached"));
        Assert.Contains(EmbeddingDouble.ModelName, page);
        Assert.Contains("「query: 」", page);
        Assert.Contains("1,200 / 1,234", page);
        Assert.Contains("1.36", page);
        Assert.Contains("言葉だけ 64.7%、ベクトルだけ 60.7%、両方 80.1%", page);
        Assert.DoesNotContain("secret-1", page);

        var check = await PageTests.PostAsync(browser, "/model/embedding", "/model/embedding/check");
        Assert.Equal(HttpStatusCode.OK, check.StatusCode);
        Assert.Contains("備え付けの8問のうち", WebUtility.HtmlDecode(await check.Content.ReadAsStringAsync()));

        Assert.Equal("/model/embedding?done=detached", (await PageTests.PostAsync(browser, "/model/embedding", "/model/embedding/off")).Headers.Location?.ToString());
        Assert.Null(await town.Get<EmbeddingEndpoint>().FindAsync(CancellationToken.None));
        Assert.Equal(["embedding-attached", "embedding-detached"], (await town.AuditActionsAsync()).Where(a => a.StartsWith("embedding-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_gives_no_vector_is_told_on_the_page_and_only_an_administrator_sees_it()
    {
        await using var server = await EmbeddingDouble.StartAsync();
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        await town.AddPersonAsync("mori", Role.Staff);
        server.Script = EmbeddingScript.WrongJson;
        using var browser = await town.SignInAsync("admin");

        var refused = await PageTests.PostAsync(browser, "/model/embedding", "/model/embedding", ("url", server.Url.AbsoluteUri));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("使えるベクトルが返りませんでした", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        using var staff = await town.SignInAsync("mori");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/model/embedding")).StatusCode);
    }
}
