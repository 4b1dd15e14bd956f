using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary><c>yakuba search "語"</c>: passages that a person would find.</summary>
internal static class SearchCommand
{
    internal static Command Create(CommandContext context)
    {
        var words = new Argument<string>("語") { Description = "探す言葉。「」で囲んだ言葉は、一字一句そのまま含む箇所だけを探す" };
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
        var found = await context.Services.GetRequiredService<LibrarySearch>().FindExactAsync(reader, words, day, Standing.InForce, top, cancel);
        var json = SearchJson.Of(words, found, await context.Services.GetRequiredService<MeantSpelling>().MendAsync(reader, words, cancel));
        context.Output.Result(json);
        if (found.Count == 0)
        {
            context.Output.Line(json.Phrases.Count == 0
                ? "見つかりませんでした。言葉を変えるか、短くして探してください。"
                : $"{string.Concat(json.Phrases.Select(p => $"「{p}」"))}をそのまま含む箇所は見つかりませんでした。かぎかっこを外すと、近い言葉の箇所も探します: yakuba search \"{QuotedPhrase.WithoutMarks(words)}\"");
        }

        if (json.Meant.Length > 0)
        {
            context.Output.Line($"もしかして: {json.Meant}");
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
