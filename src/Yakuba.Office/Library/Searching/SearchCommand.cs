using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Library.Searching;

/// <summary><c>yakuba search "語"</c>: passages that a person would find.</summary>
internal static class SearchCommand
{
    internal static Command Create(CommandContext context)
    {
        var words = new Argument<string>("語") { Description = "探す言葉" };
        var user = new Option<string>("--as") { Description = "この利用者として探す（指定しないときは住民として）", DefaultValueFactory = _ => "" };
        var top = new Option<int>("--top") { Description = "件数（1〜100、既定: 10）", DefaultValueFactory = _ => 10 };
        var command = new Command("search", "文書を検索する") { words, user, top };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(words)!, parsed.GetValue(user)!, Math.Clamp(parsed.GetValue(top), 1, 100), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string words, string user, int top, CancellationToken cancel)
    {
        if (!(await Asker.FindAsync(context, user, cancel)).TryGet(out var reader, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var day = context.Services.GetRequiredService<TimeProvider>().Today();
        var found = await context.Services.GetRequiredService<LibrarySearch>().FindAsync(reader, words, day, Standing.InForce, top, cancel);
        context.Output.Result(found.Select(p => new
        {
            version = p.Version.Number,
            passage = p.Ordinal,
            title = p.Title,
            headings = p.HeadingPath,
            place = p.From.ToLabel(),
            key = p.From.ToKey(),
            label = p.Version.Label.ToName(),
            question = p.Question,
            text = p.Text,
            score = p.Score,
        }));
        if (found.Count == 0)
        {
            context.Output.Line("見つかりませんでした。言葉を変えるか、短くして探してください。");
        }

        if (await context.Services.GetRequiredService<MeantSpelling>().MendAsync(reader, words, cancel) is { } meant)
        {
            context.Output.Line($"もしかして: {meant}");
        }

        var number = 0;
        foreach (var p in found)
        {
            context.Output.Line($"{++number,3}. {p.Title}　{string.Join(" > ", p.HeadingPath)}（{p.From.ToLabel()}、{p.Version.Label.ToName()}）");
            context.Output.Line($"     {(p.Question.Length > 0 ? $"問 {p.Question} 答 " : "")}{Short(p.Text)}");
        }

        return 0;
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > 120 } line ? line[..120] + "…" : text.ReplaceLineEndings(" ");
}
