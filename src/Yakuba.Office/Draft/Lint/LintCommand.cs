using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Platform.CommandLine;
using Yakuba.Prose;
using Yakuba.Text;

namespace Yakuba.Office.Draft.Lint;

/// <summary><c>yakuba lint FILE…</c>: what speaks against the rules of official prose, by line and column.</summary>
internal static class LintCommand
{
    private static readonly Dictionary<string, ProseKind> s_kinds = new() { ["notice"] = ProseKind.Notice, ["internal"] = ProseKind.Internal, ["ordinance"] = ProseKind.Ordinance };

    internal static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "文章のファイル（テキスト、Word、PDFなど、取り込める形式）" };
        var sarif = new Option<string>("--sarif") { Description = "結果をSARIF 2.1.0で書くファイル", HelpName = "OUT" };
        var kind = new Option<string>("--kind") { Description = "文書の種類（notice 通知、internal 庁内、ordinance 例規）。付けなければ文章から判断する" };
        var off = new Option<string[]>("--off") { Description = "使わない規則の名前（繰り返せる）", HelpName = "RULE" };
        var strict = new Option<bool>("--strict") { Description = "指摘があれば終了コード1で終わる" };
        kind.AcceptOnlyFromAmong([.. s_kinds.Keys]);
        var command = new DatalessCommand("lint", "公用文として直すところを見つける") { files, sarif, kind, off, strict };
        command.SetAction((parsed, cancel) => RunAsync(
            context,
            [.. parsed.GetValue(files)!.Select(context.FullPath)],
            parsed.GetValue(sarif) is { } path ? context.FullPath(path) : "",
            new LintOptions(parsed.GetValue(kind) is { } named ? s_kinds[named] : null, (parsed.GetValue(off) ?? []).ToHashSet()),
            parsed.GetValue(strict),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] files, string sarif, LintOptions options, bool strict, CancellationToken cancel)
    {
        if (options.Off!.FirstOrDefault(id => RuleCatalogue.Find(id) is null) is { } unknown)
        {
            return context.Output.Fail(LintProblems.UnknownRule.With(unknown));
        }

        var linter = new Linter(Lexicon.OpenInstalled());
        var linted = new List<LintedFile>();
        using var workers = new DocumentWorkers();
        foreach (var file in files)
        {
            var read = await LintText.ReadAsync(workers, file, cancel);
            if (!read.TryGet(out var text, out var problem))
            {
                return context.Output.Fail(problem);
            }

            linted.Add(new LintedFile(new Uri(file).AbsoluteUri, text, linter.Check(text, options)));
            Print(context.Output, file, linted[^1]);
        }

        var found = linted.Sum(file => file.Findings.Count);
        if (sarif.Length > 0 && !Write(sarif, linted))
        {
            return context.Output.Fail(LintProblems.CannotWrite.With(sarif));
        }

        context.Output.Line(found == 0 ? "直すところは見つかりませんでした。" : $"{found}件を見つけました。");
        context.Output.Result(new { files = linted.Select(file => new { file = file.Uri, findings = Rows(file) }), found });
        return strict && found > 0 ? 1 : 0;
    }

    private static void Print(CommandOutput output, string file, LintedFile linted)
    {
        var lines = new LineIndex(linted.Text);
        foreach (var finding in linted.Findings)
        {
            var (line, column) = lines.Of(finding.Start);
            output.Line($"{file}:{line}:{column} {Word(finding.Severity)} {finding.Message}（{finding.Rule}）");
        }
    }

    private static List<object> Rows(LintedFile file)
    {
        var lines = new LineIndex(file.Text);
        return [.. file.Findings.Select(object (f) => new
        {
            rule = f.Rule,
            severity = f.Severity,
            line = lines.Of(f.Start).Line,
            column = lines.Of(f.Start).Column,
            start = f.Start,
            length = f.Length,
            text = file.Text.Substring(f.Start, f.Length),
            message = f.Message,
            suggestion = f.Suggestion,
        })];
    }

    private static bool Write(string path, IReadOnlyList<LintedFile> files)
    {
        try
        {
            using var stream = File.Create(path);
            SarifLog.Write(stream, typeof(LintCommand).Assembly.GetName().Version!.ToString(3), files);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "誤り",
        Severity.Warning => "注意",
        _ => "提案",
    };
}
