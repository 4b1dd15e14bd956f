using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Tests.Accounts;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Models;

public sealed class AttachModelTests
{
    private static readonly TownPlan Plan = TownPlan.Accounts.And(new TownPlan(services => services.AddModels(), _ => { }, routes => routes.MapModels()));

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_administrator_attaches_and_detaches_a_model_on_the_page(StorageEngine engine)
    {
        await using var server = await ScriptedModelServer.StartAsync(ModelScript.Grounded);
        await using var town = await TestTown.OpenAsync(engine, Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var attached = await PageTests.PostAsync(browser, "/model", "/model", ("url", server.Url.AbsoluteUri), ("name", ""), ("key", "secret-1"));
        Assert.Equal("/model?done=attached", attached.Headers.Location?.ToString());
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/model?done=attached"));
        Assert.Contains(ScriptedModelServer.ModelName, page);
        Assert.DoesNotContain("secret-1", page);
        var keyFile = Path.Combine(town.Directory.Keys, "model-key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyFile));
        }

        Assert.Equal("/model?done=detached", (await PageTests.PostAsync(browser, "/model", "/model/off")).Headers.Location?.ToString());
        Assert.False(File.Exists(keyFile));
        Assert.Null(await town.Get<ModelEndpoint>().FindAsync(CancellationToken.None));
        Assert.Equal(["model-attached", "model-detached"], (await town.AuditActionsAsync()).Where(a => a.StartsWith("model-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/v1", "", "model-unreachable")]
    [InlineData("http://203.0.113.9/v1", "", "model-outside")]
    [InlineData("gopher://127.0.0.1/", "", "model-address")]
    [InlineData("SERVER", "another model", "model-unknown-name")]
    public async Task What_cannot_be_used_is_refused_and_nothing_changes(string url, string name, string problem)
    {
        await using var server = await ScriptedModelServer.StartAsync(ModelScript.Grounded);
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var response = await browser.PutAsJsonAsync("/api/v1/model", new { url = url.Replace("SERVER", server.Url.AbsoluteUri, StringComparison.Ordinal), name });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(problem, await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("model-attached", await town.AuditActionsAsync());
        Assert.Null(await town.Get<ModelEndpoint>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_web_server_of_another_kind_is_no_model_server()
    {
        await using var server = await ScriptedModelServer.StartAsync(ModelScript.NotAModelServer);
        await using var town = await TestTown.OpenAsync(plan: Plan);

        var used = await town.Get<AttachModelHandler>().UseAsync(new UseModel(server.Url.AbsoluteUri), Actor.Console("test"), CancellationToken.None);

        Assert.Equal("model-unreachable", used.Problem?.Name);
    }

    [Fact]
    public async Task A_key_is_kept_for_its_own_server_only()
    {
        await using var first = await ScriptedModelServer.StartAsync(ModelScript.Grounded);
        await using var second = await ScriptedModelServer.StartAsync(ModelScript.Grounded);
        await using var town = await TestTown.OpenAsync(plan: Plan);
        var handler = town.Get<AttachModelHandler>();
        var by = Actor.Console("test");

        Assert.Equal("secret-1", (await handler.UseAsync(new UseModel(first.Url.AbsoluteUri, "", "secret-1"), by, CancellationToken.None)).Value.Key);
        Assert.Equal("secret-1", (await handler.UseAsync(new UseModel(first.Url.AbsoluteUri), by, CancellationToken.None)).Value.Key);
        Assert.Equal("", (await handler.UseAsync(new UseModel(second.Url.AbsoluteUri), by, CancellationToken.None)).Value.Key);
    }

    [Fact]
    public async Task Staff_without_the_right_reach_neither_page_nor_api()
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/model")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/model")).StatusCode);
    }
}
