using System.CommandLine;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Towns.Acts;

namespace Yakuba.Towns;

/// <summary><c>yakuba town …</c>: the municipalities of an installation, for its operator.</summary>
/// <param name="context">Where the words go.</param>
/// <param name="live">The installation that this process serves; null opens the one that <c>--installation</c> names.</param>
internal sealed class TownCommands(CommandContext context, Installation? live)
{
    private readonly Argument<string> _code = new("CODE") { Description = "全国地方公共団体コード（6桁）" };
    private readonly CommandOutput _output = context.Output;

    internal static Command Create(CommandContext context, Installation? live = null)
    {
        var commands = new TownCommands(context, live);
        return new Command("town", "1つのサーバに置く団体（市町村）を管理する")
        {
            commands.Add(), commands.List(), commands.Show(), commands.Suspend(), commands.Resume(), commands.Export(), commands.Delete(), commands.Administrator(),
        };
    }

    private Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "団体の名前（例: 神田市）" };
        var host = new Option<string>("--host") { Description = "この団体だけのホスト名（例: kanda.example.lg.jp）。指定しないと /t/CODE/ で開く", DefaultValueFactory = _ => "" };
        var storage = new Option<string>("--storage") { Description = "データベース（sqlite、またはPostgreSQLの接続文字列。既定: sqlite）", DefaultValueFactory = _ => "" };
        var from = new Option<string>("--from") { Description = "yakuba town export（または backup）で作ったファイルから登録する", DefaultValueFactory = _ => "" };
        return Act("add", "団体を登録する（途中で切れたときは、もう一度実行する）", async (parsed, installation, cancel) =>
        {
            var file = parsed.GetValue(from)!;
            var request = new AddTown(parsed.GetValue(_code)!, parsed.GetValue(name)!, parsed.GetValue(host)!, parsed.GetValue(storage)!, file.Length > 0 ? context.FullPath(file) : "");
            var result = await AddTownHandler.HandleAsync(installation, request, context.Actor, _output.Progress, cancel);
            return Say(result, town =>
            {
                _output.Line($"登録しました: {town.Code} {town.Name}（{Address(town)}）");
                if (request.From.Length == 0)
                {
                    _output.Line($"最初の管理者を作るには: yakuba town administrator {town.Code}");
                }
            });
        }, make: true, name, host, storage, from);
    }

    private Command List() => new InstallationCommand("list", "登録されている団体を一覧する").On(context, live, (_, installation, _) =>
    {
        var towns = installation.File.Towns;
        _output.Result(towns);
        foreach (var town in towns)
        {
            _output.Line($"{town.Code}  {Word(town.State)}  {town.Name}  {Address(town)}");
        }

        _output.Line($"{towns.Count}団体");
        return Task.FromResult(0);
    });

    private Command Show() => Act("show", "1つの団体のようすを見る", (parsed, installation, _) =>
    {
        var code = parsed.GetValue(_code)!;
        return Task.FromResult(Say<TownEntry>(installation.File.Find(code) is { } found ? found : TownProblems.Unknown.With(code), town =>
        {
            _output.Line($"{town.Code} {town.Name}");
            _output.Line($"アドレス: {Address(town)}");
            _output.Line($"状態: {Word(town.State)}（{town.ChangedAt} から）{(town.Reason.Length > 0 ? "　理由: " + town.Reason : "")}");
            _output.Line($"最後の書出し: {(town.ExportedAt.Length > 0 ? town.ExportedAt : "まだありません")}");
            _output.Line($"データフォルダ: {installation.FolderOf(code)}");
        }));
    });

    private Command Suspend()
    {
        var reason = new Option<string>("--reason") { Description = "停止の理由（記録に残る）", DefaultValueFactory = _ => "" };
        return Act("suspend", "団体を停止する（データはそのまま残る）", async (parsed, installation, cancel) =>
        {
            var result = await SuspendTownHandler.HandleAsync(installation, parsed.GetValue(_code)!, parsed.GetValue(reason)!, context.Actor, cancel);
            return Say(result, done =>
            {
                _output.Line($"停止しました: {done.Town.Code} {done.Town.Name}");
                if (done.Unrecorded is { } problem)
                {
                    _output.Remark($"注意: 団体の記録には書けませんでした（{problem}）。停止したことは、installation.log に残っています。");
                }
            });
        }, make: false, reason);
    }

    private Command Resume() => Act("resume", "停止した団体を再開する", async (parsed, installation, cancel) =>
        Say(await ResumeTownHandler.HandleAsync(installation, parsed.GetValue(_code)!, context.Actor, cancel), town => _output.Line($"再開しました: {town.Code} {town.Name}")), make: false);

    private Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "作るファイル（例: /backup/131016-20260401.tar）" };
        return Act("export", "団体のすべてのデータを1つのファイルに書き出す", async (parsed, installation, cancel) =>
        {
            var result = await ExportTownHandler.HandleAsync(installation, parsed.GetValue(_code)!, context.FullPath(parsed.GetValue(file)!), context.Actor, _output.Progress, cancel);
            return Say(result, made =>
            {
                _output.Line($"書き出しました: {made.File}（{made.Bytes / 1_048_576.0:N1} MB、文書の原本 {made.Originals:N0}件）");
                _output.Line("このファイルには署名鍵と個人情報が含まれます。鍵のかかる場所か、暗号化した媒体に保管してください。");
            });
        }, make: false, file);
    }

    private Command Delete()
    {
        var confirm = new Option<string>("--confirm") { Description = "確認のため、消す団体のコードをもう一度", DefaultValueFactory = _ => "" };
        var without = new Option<bool>("--without-export") { Description = "停止してからの書出しがなくても消す" };
        return Act("delete", "停止した団体を、データごと消す（元に戻せない）", async (parsed, installation, cancel) =>
        {
            var result = await DeleteTownHandler.HandleAsync(installation, new DeleteTown(parsed.GetValue(_code)!, parsed.GetValue(confirm)!, parsed.GetValue(without)), cancel);
            return Say(result, town => _output.Line($"消しました: {town.Code} {town.Name}"));
        }, make: false, confirm, without);
    }

    private Command Administrator() => Act("administrator", "まだ利用者のいない団体に、最初の管理者を作る", async (parsed, installation, cancel) =>
    {
        var result = await MakeAdministratorHandler.HandleAsync(installation, parsed.GetValue(_code)!, context.Actor, cancel);
        return result.Match(
            password =>
            {
                _output.Result(new { userName = Platform.Accounts.People.FirstAdministrator.UserName, password });
                _output.Line($"最初の管理者を作りました。ユーザー名: {Platform.Accounts.People.FirstAdministrator.UserName}　仮のパスワード: {password}（この1回だけ表示します）");
                return 0;
            },
            _output.Fail);
    }, make: false);

    private InstallationCommand Act(string name, string description, Func<ParseResult, Installation, CancellationToken, Task<int>> act, bool make = false, params Symbol[] more)
    {
        var command = new InstallationCommand(name, description);
        command.Arguments.Add(_code);
        foreach (var symbol in more)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        return command.On(context, live, act, make);
    }

    private int Say<T>(Result<T> result, Action<T> words) => result.Match(
        value =>
        {
            _output.Result(value);
            words(value);
            return 0;
        },
        _output.Fail);

    private static string Address(TownEntry town) => town.Host.Length > 0 ? town.Host : BasePath.PathOf(town.Code) + "/";

    private static string Word(TownState state) => state switch
    {
        TownState.Adding => "登録の途中",
        TownState.Open => "運転中",
        TownState.Suspended => "停止中",
        _ => "削除の途中",
    };
}
