using System.Net;
using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>What the nginx that the project ships sends once, what it sends again, and what it says itself.</summary>
public sealed class NginxTests
{
    [Theory]
    [InlineData("GET", 2)] // the control: what only reads is tried at the next node
    [InlineData("HEAD", 2)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("DELETE", 1)]
    [InlineData("PATCH", 1)]
    public async Task What_changes_something_is_sent_once_and_whoever_sent_it_is_told_that_it_came_to_nothing(string method, int times)
    {
        using var folder = new TemporaryFolder();
        await using var first = new ToldNode(folder["1"], _ => null);
        await using var second = new ToldNode(folder["2"], _ => null);
        await using var nginx = await NginxServer.StartAsync(folder["nginx"], [folder["1"], folder["2"]]);
        using var client = nginx.Client();

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/t/131016/api/v1/reviews/1"));

        Assert.True(times == first.Came.Count + second.Came.Count, $"{string.Join('\n', first.Came.Concat(second.Came))}\n{nginx.Errors}");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        if (method != "HEAD")
        {
            Assert.Equal("town-away", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("name").GetString());
        }
    }

    [Theory, InlineData("GET"), InlineData("POST"), InlineData("PUT"), InlineData("DELETE")]
    public async Task What_came_to_the_wrong_node_is_sent_on_to_the_one_that_is_named_whatever_it_is(string method)
    {
        using var folder = new TemporaryFolder();
        await using var wrong = new ToldNode(folder["1"], SendOn);
        await using var right = new ToldNode(folder["2"], SendOn);
        await using var nginx = await NginxServer.StartAsync(folder["nginx"], [folder["1"], folder["2"]]);
        using var client = nginx.Client();

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/t/131016/api/v1/reviews/1"));

        Assert.True(response.StatusCode == HttpStatusCode.OK, nginx.Errors);
        Assert.All([.. wrong.Came, .. right.Came], c => Assert.StartsWith(method, c));
        Assert.Equal(2, wrong.Came.Count + right.Came.Count);

        static string SendOn(string head) => head.Contains("Yakuba-From: node1", StringComparison.Ordinal) ? "200 OK" : "421 Misdirected Request\r\nYakuba-Node: node2\r\nYakuba-From: node1";
    }

    [Fact]
    public async Task Whoever_looks_with_a_browser_while_nobody_is_there_reads_Japanese()
    {
        using var folder = new TemporaryFolder();
        await using var nginx = await NginxServer.StartAsync(folder["nginx"], [folder["1"], folder["2"]]);
        using var client = nginx.Client();
        client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");

        using var response = await client.GetAsync("/t/131016/ask");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("開き直し", await response.Content.ReadAsStringAsync());
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
