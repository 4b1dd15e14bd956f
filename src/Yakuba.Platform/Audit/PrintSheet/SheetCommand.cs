using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Web;

namespace Yakuba.Platform.Audit.PrintSheet;

/// <summary><c>yakuba audit sheet [FILE]</c>.</summary>
internal static class SheetCommand
{
    // Of the pages' own style only what the sheet needs; the rest is the browser's.
    private const string Plain = "body{font-family:sans-serif;max-inline-size:46rem;margin:2rem auto;padding:0 1rem}dl div{display:flex;gap:1rem}dt{min-inline-size:8rem}dd{margin:0;overflow-wrap:anywhere}@page{size:A4;margin:16mm}";

    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("FILE") { Description = "印刷用のHTMLを書くファイル（省略すると、画面に文字で示す）", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("sheet", "いまの記録の確認票（件数、八つの言葉、QRコード、署名欄）を作る") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file) is { } given ? context.FullPath(given) : null;
            if (File.Exists(path))
            {
                return context.Output.Fail(AuditProblems.SheetFile.With(path));
            }

            if (!(await context.Services.GetRequiredService<RecordSheetHandler>().MakeAsync(cancel)).TryGet(out var sheet, out var problem))
            {
                return context.Output.Fail(problem);
            }

            if (path is not null)
            {
                await File.WriteAllTextAsync(path, await HtmlAsync(sheet), cancel);
            }

            context.Output.Result(new { sheet.Municipality, sheet.At, size = sheet.Head.Size, root = sheet.Head.Root.ToString(), sheet.Words, sheet.Note, sheet.VerifierKey, file = path });
            context.Output.Line($"{sheet.Municipality} 記録の確認票");
            context.Output.Line($"件数: {sheet.Head.Size}");
            context.Output.Line($"八つの言葉: {sheet.Words}");
            context.Output.Line($"署名済みの控え:\n{sheet.Note.TrimEnd()}");
            context.Output.Line($"検証鍵: {sheet.VerifierKey}");
            context.Output.Line(path is null
                ? $"後日の確認: yakuba audit verify --against \"{sheet.Head.Size} {sheet.Words}\""
                : $"{path} に書きました。ブラウザで開いて印刷し、署名して保管してください。");
            return 0;
        });
        return command;
    }

    private static async Task<string> HtmlAsync(RecordSheet sheet)
    {
        // A command has no pages around it: the sheet is rendered by itself.
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        using var style = new StreamReader(typeof(SheetCommand).Assembly.GetManifestResourceStream("web/styles/82-sheet.css")!, Encoding.UTF8); // shipped with this assembly
        return "<!DOCTYPE html>\n" + await new FragmentRenderer(services, NullLoggerFactory.Instance).RenderAsync<SheetDocument>(
            new Dictionary<string, object?> { ["Sheet"] = sheet, ["Style"] = Plain + await style.ReadToEndAsync() });
    }
}
