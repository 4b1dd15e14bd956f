using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Tests.Walls;

/// <summary>One town for the forty cases of abuse; a case that changes something files papers of its own.</summary>
public sealed class CaseTown : IAsyncLifetime
{
    internal WallsTown Walls { get; private set; } = null!; // set before the first test

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Walls = await WallsTown.OpenAsync([.. Paper.Deal(new Random(40)).Where(p => p.Label != Label.Internal && (!p.IsFaq || p.State == PaperState.Live))]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Walls.DisposeAsync();
}

/// <summary>The cases share the town and run one after another.</summary>
[CollectionDefinition("Abuse cases")]
public sealed class AbuseCollection : ICollectionFixture<CaseTown>;

/// <summary>What the cases have in common.</summary>
[Collection("Abuse cases")]
public abstract partial class AbuseCases(CaseTown town)
{
    private protected WallsTown Walls => town.Walls;

    /// <summary>A live paper that only the head of 税務課 may read.</summary>
    private protected Paper Secret => PaperOf(Label.Restricted, PaperState.Live);

    private protected Knocker Who(string kind) => Walls.Knockers[kind];

    private protected Paper PaperOf(Label label, PaperState state, bool isFaq = false) => Walls.Papers.First(p => p.Label == label && p.State == state && p.IsFaq == isFaq);

    private protected Task<string> AskAsync(string kind, string question) => Who(kind).JsonAsync("/api/v1/questions", new { question });

    private protected Task<string> GetAsync(string kind, string path) => Who(kind).SendAsync(HttpMethod.Get, path);

    /// <summary>The way of a question with another composer in it.</summary>
    private protected AskPipeline PipelineOf(IComposer composer) => ActivatorUtilities.CreateInstance<AskPipeline>(
        Walls.Town.Services, new ComposerChoice(Walls.Town.Get<ExtractiveComposer>(), Walls.Town.Get<ModelEndpoint>(), Walls.Town.Get<PrivacyGate>()) { Always = composer });

    /// <summary>Files a text for 税務課.</summary>
    /// <returns>Its version.</returns>
    private protected async Task<long> FileAsync(Label label, string name, string text, bool publish = true)
    {
        await Walls.ImportAsync("040", label, publish, (name, text));
        await using var read = await Walls.Town.Database.ReadAsync();
        return await read.CountAsync("SELECT max(number) FROM version WHERE file_name = @name", new { name });
    }

    private protected static void Hides(string came, Paper paper) => Assert.All(paper.Canaries, canary => Assert.DoesNotContain(canary, came, StringComparison.OrdinalIgnoreCase));

    private protected static int Status(string came) => int.Parse(came[..3], System.Globalization.CultureInfo.InvariantCulture);

    private protected static JsonElement Json(string came) => JsonDocument.Parse(came[came.IndexOf("\n{", StringComparison.Ordinal)..]).RootElement;

    private protected static string IdOf(string answered) => Json(answered).GetProperty("id").GetString()!;

    /// <summary>Without what differs from one request to the next.</summary>
    private protected static string Plain(string came) => Changing().Replace(came, "·");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\"record\":\\d+|form-token\" value=\"[^\"]*|Content-Length: \\d+|Date: [^\n]*|Set-Cookie: [^\n]*|nonce-[^']*|nonce=\"[^\"]*|\\?q=[^\"&]*")]
    private static partial Regex Changing();

    private protected static bool NoRouteHas(params string[] words) => !Door.Routes().Any(r => words.Any(w => r.Path.Contains(w, StringComparison.OrdinalIgnoreCase)));
}
