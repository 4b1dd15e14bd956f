using System.CommandLine;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yakuba.Platform;
using Yakuba.Platform.Settings;

namespace Yakuba.Reference;

/// <summary>The pages of docs/reference as Markdown.</summary>
internal static class ReferencePages
{
    private const string Made = "<!-- ./dev docs がプログラムから作成。手で編集しない。 -->\n\n";

    internal static async Task<IReadOnlyList<(string Name, string Text)>> AllAsync(IServiceProvider services, IEnumerable<Command> commands, CancellationToken cancel)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(cancel);
        return
        [
            ("commands.md", Commands(commands)),
            ("settings.md", Settings(services.GetRequiredService<SettingStore>().All)),
            ("problems.md", Problems()),
            ("api.md", Api(document)),
            ("openapi.json", await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel) + "\n"),
        ];
    }

    private static string Commands(IEnumerable<Command> commands)
    {
        var page = new StringBuilder(Made + "# コマンド\n\nどのコマンドにも `--data DIR`（データフォルダ、既定 `./data`）と `--json` があります。終了コードは、0 成功、2 入力の誤り、1 失敗。\n");
        foreach (var command in commands.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            Add(command, "yakuba");
        }

        return page.ToString();

        void Add(Command command, string above)
        {
            var name = $"{above} {command.Name}";
            if (command.Action is not null) // `backup` is one itself, and has others below it
            {
                page.Append($"\n## `{name}{string.Concat(command.Arguments.Select(a => " " + Shape(a)))}`\n\n{command.Description}\n");
                if (command.Arguments.Count + command.Options.Count > 0)
                {
                    page.Append("\n| 指定 | 意味 |\n| --- | --- |\n");
                    page.AppendJoin("", command.Arguments.Select(a => $"| `{Shape(a)}` | {Cell(a.Description)} |\n"));
                    page.AppendJoin("", command.Options.Where(o => !o.Recursive).Select(o => $"| `{o.Name}` | {Cell(o.Description)} |\n"));
                }
            }

            foreach (var inner in command.Subcommands.OrderBy(c => c.Name, StringComparer.Ordinal))
            {
                Add(inner, name);
            }
        }
    }

    private static string Settings(IEnumerable<SettingDefinition> settings)
    {
        var page = new StringBuilder(Made + "# 設定\n\n「設定」の画面、または `yakuba setting set NAME VALUE` で変更します。変更はすぐに効きます。\n\n| 名前 | 既定 | 意味 |\n| --- | --- | --- |\n");
        foreach (var s in settings)
        {
            page.Append($"| `{s.Name}` | {(s.Default.Length == 0 ? "（空）" : $"`{Cell(s.Default)}`")} | {s.Title}。{Cell(s.Meaning)} |\n");
        }

        return page.ToString();
    }

    private static string Problems()
    {
        var page = new StringBuilder(Made + "# 断る理由\n\n名前は変わりません。コマンドの終了コードは、状態が4xxのとき2、5xxのとき1です。\n\n| 名前 | 状態 | 表示 |\n| --- | ---: | --- |\n");
        foreach (var problem in Known().DistinctBy(p => p.Name).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            page.Append($"| `{problem.Name}` | {problem.Status} | {Cell(problem.Message)} |\n");
        }

        return page.ToString();
    }

    /// <summary>Every problem that the program declares in a static field.</summary>
    internal static IEnumerable<Problem> Known() => new[] { typeof(Problem).Assembly, typeof(Office.Operate.OperateRoom).Assembly, typeof(ReferencePages).Assembly }
        .SelectMany(a => a.GetTypes())
        .Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType == typeof(Problem))
        .Select(f => f.GetValue(null))
        .OfType<Problem>();

    private static string Api(OpenApiDocument document)
    {
        var page = new StringBuilder(Made + "# API\n\n詳しい形は [openapi.json](openapi.json)（運転中は `/openapi/v1.json`）。同じことをMCP（`POST /mcp`、Streamable HTTP）でも行えます。\n\n| 操作 | 内容 |\n| --- | --- |\n");
        foreach (var (path, item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var (method, operation) in item.Operations!.OrderBy(o => o.Key.Method, StringComparer.Ordinal))
            {
                page.Append($"| `{method.Method} {path}` | {Cell(operation.Summary)}。{Cell(operation.Description)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Shape(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
