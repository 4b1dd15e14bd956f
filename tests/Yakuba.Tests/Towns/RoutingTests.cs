using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>Host and path alone say which town is meant.</summary>
public sealed class RoutingTests
{
    [Fact]
    public async Task A_town_is_reached_by_its_path_or_by_its_host_and_by_nothing_else()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市", "sapporo.example.lg.jp");
        using var client = new HttpClient { BaseAddress = served.Address };

        Assert.Contains("千代田区", await GetAsync(client, $"/t/{Chiyoda}/signin", ""));
        Assert.Contains("千代田区", await GetAsync(client, $"/t/{Chiyoda}/signin", "whatever.example"));
        Assert.Contains("札幌市", await GetAsync(client, "/signin", "sapporo.example.lg.jp"));
        Assert.Contains("札幌市", await GetAsync(client, "/signin", "SAPPORO.example.lg.jp:8080"));

        var nowhere = await GetAsync(client, "/signin", "");
        Assert.Contains("画面が見つかりません", nowhere);
        foreach (var (path, host) in new[] { ("/", ""), ($"/t/{Sapporo}/signin", ""), ("/t/999999/signin", ""), ($"/t/{Chiyoda}1/signin", ""), ("/t", ""), ("/signin", "other.example") })
        {
            Assert.Equal(nowhere, await GetAsync(client, path, host)); // a town that has a host is not under a path, and nobody learns that it exists
        }

        Assert.Contains("ページが見つかりません", await GetAsync(client, $"/t/{Chiyoda}/signin", "sapporo.example.lg.jp")); // the page of 札幌市: its host is its own alone
    }

    [Fact]
    public async Task Abuse_31_a_town_named_elsewhere_in_the_request_is_not_the_town_that_answers()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市", "sapporo.example.lg.jp");
        using var client = new HttpClient { BaseAddress = served.Address };
        foreach (var (header, value) in new[] { ("X-Forwarded-Host", "sapporo.example.lg.jp"), ("X-Forwarded-Prefix", $"/t/{Sapporo}"), ("X-Tenant", Sapporo), ("Forwarded", "host=sapporo.example.lg.jp"), ("X-Original-URL", $"/t/{Sapporo}/"), ("Referer", "http://sapporo.example.lg.jp/") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/t/{Chiyoda}/signin?town={Sapporo}&host=sapporo.example.lg.jp");
            request.Headers.TryAddWithoutValidation(header, value);
            request.Headers.Accept.ParseAdd("text/html");
            using var response = await client.SendAsync(request);
            var page = await response.Content.ReadAsStringAsync();
            Assert.Contains("千代田区", page);
            Assert.DoesNotContain("札幌市", page);
        }
    }

    [Theory]
    [InlineData("GET http://sapporo.example.lg.jp/signin HTTP/1.1\r\nHost: other.example\r\n")]
    [InlineData("GET /signin HTTP/1.1\r\nHost: other.example\r\nHost: sapporo.example.lg.jp\r\n")]
    [InlineData("GET /t/131016/../../signin HTTP/1.1\r\nHost: other.example\r\n")]
    [InlineData("GET /t/131016%2f..%2f..%2fsignin HTTP/1.1\r\nHost: other.example\r\n")]
    [InlineData("GET //t/131016/signin HTTP/1.1\r\nHost: other.example\r\n")]
    public async Task Abuse_31_a_request_line_that_says_two_things_reaches_no_town(string head)
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.AddAsync(Sapporo, "札幌市", "sapporo.example.lg.jp");
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, served.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "Accept: text/html\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("千代田区", answer);
        Assert.DoesNotContain("札幌市", answer);
    }

    [Fact]
    public async Task A_program_that_knocks_at_no_town_gets_a_problem()
    {
        await using var served = await StartAsync();
        using var client = new HttpClient { BaseAddress = served.Address };
        using var response = await client.GetAsync("/api/v1/documents");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("town-no-such-address", await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> GetAsync(HttpClient client, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host.Length > 0 ? host : null;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
