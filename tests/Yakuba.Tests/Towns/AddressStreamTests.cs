using System.Text;
using Microsoft.AspNetCore.Http;
using Yakuba.Towns;

namespace Yakuba.Tests.Towns;

/// <summary>Addresses are found wherever writes happen to be cut.</summary>
public sealed class AddressStreamTests
{
    private const string Page = "<a href=\"/ask\">/ask</a> <form action=\"/x/y\" data-note=\"/n\"><a href=\"#m\"></a><img src=\"/\"><p>a href=&quot;/no</p><input value=\"/v\"><a href=\"mailto:a/b\">";
    private const string Expected = "<a href=\"/t/1/ask\">/ask</a> <form action=\"/t/1/x/y\" data-note=\"/n\"><a href=\"#m\"></a><img src=\"/t/1/\"><p>a href=&quot;/no</p><input value=\"/v\"><a href=\"mailto:a/b\">";

    [Fact]
    public async Task Every_cut_gives_the_same_page()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var length = 0; length <= 12 && first + length <= bytes.Length; length++)
            {
                Assert.Equal(Expected, await PassAsync("text/html", bytes[..first], bytes[first..(first + length)], bytes[(first + length)..]));
            }
        }

        Assert.Equal(Expected, await PassAsync("text/html; charset=utf-8", [.. bytes.Select(b => new[] { b })]));
    }

    [Theory]
    [InlineData("text/css")]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Other_content_passes_as_it_is(string? type) => Assert.Equal(Page, await PassAsync(type, Encoding.UTF8.GetBytes(Page)));

    [Fact]
    public async Task Json_names_addresses_in_href_and_what_people_wrote_stays() =>
        Assert.Equal(
            "{\"href\":\"/t/1/ask/1\",\"text\":\"\\\"href\\\":\\\"/no\"}",
            await PassAsync("application/json", Encoding.UTF8.GetBytes("{\"href\":\"/ask/1\",\"text\":\"\\\"href\\\":\\\"/no\"}")));

    private static async Task<string> PassAsync(string? type, params byte[][] writes)
    {
        var http = new DefaultHttpContext();
        http.Response.ContentType = type;
        using var to = new MemoryStream();
        await using var stream = new AddressStream(to, http.Response, "/t/1");
        foreach (var write in writes)
        {
            await stream.WriteAsync(write);
        }

        return Encoding.UTF8.GetString(to.ToArray());
    }
}
