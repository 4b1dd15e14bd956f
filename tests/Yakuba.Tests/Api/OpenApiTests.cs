using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Tests.Api;

public sealed partial class OpenApiTests
{
    [Fact]
    public async Task The_document_is_3_1_and_every_operation_is_told_in_Japanese_with_its_refusals()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();

        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        Assert.Contains(paths, p => p.Name == "/api/v1/questions");
        Assert.Contains(paths, p => p.Name == "/v1/chat/completions");
        Assert.All(paths, p => Assert.Matches("^/(api/)?v1/", p.Name));
        foreach (var (path, operation) in paths.SelectMany(p => p.Value.EnumerateObject().Select(o => ($"{o.Name} {p.Name}", o.Value))))
        {
            Assert.True(operation.TryGetProperty("summary", out var summary) && Japanese().IsMatch(summary.GetString()!), $"{path} has no Japanese summary.");
            Assert.True(operation.GetProperty("responses").TryGetProperty("default", out _), $"{path} names no refusal.");
            Assert.True(operation.TryGetProperty("security", out _), $"{path} names no security.");
        }
    }

    [GeneratedRegex("[\u3040-\u30FF\u4E00-\u9FFF]")]
    private static partial Regex Japanese();
}
