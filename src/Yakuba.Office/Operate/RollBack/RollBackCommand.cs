using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.RollBack;

/// <summary><c>yakuba rollback --reason TEXT</c>: the state as it was before the upgrade, so that the older program can go on. The server must be stopped.</summary>
internal static class RollBackCommand
{
    internal static Command Create(CommandContext context, Func<DataDirectory, ServiceProvider> open)
    {
        var copy = new Argument<string>("NAME") { Description = "戻す写しの名前（snapshotsフォルダの before-… または after-…。既定: 最後に版を上げる前の写し）", DefaultValueFactory = _ => "" };
        var reason = new Option<string>("--reason") { Description = "戻す理由（記録に残る）", Required = true };
        var accept = new Option<bool>("--accept-loss") { Description = "写しより後に行ったことが、運転中のデータからなくなってもよい（戻す前のデータは別に残る）" };
        var command = new DatalessCommand("rollback", "版を上げる前の状態に戻す（サーバを止めて行う）") { copy, reason, accept };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new RollBack(Path.GetFullPath(context.DataPath), parsed.GetValue(copy)!, parsed.GetValue(reason)!, parsed.GetValue(accept));
            var (done, refused) = await new RollBackHandler(TimeProvider.System, open).HandleAsync(request, context.Actor, cancel);
            return done is not null ? Say(context.Output, done) : Refuse(context.Output, refused!);
        });
        return command;
    }

    private static int Say(CommandOutput output, RolledBack done)
    {
        output.Result(done);
        output.Line($"戻しました: {done.Copy}（データの版 {done.Migration}）。{(done.Migration < Migrations.Newest ? "前の版の" : "この版の")} yakuba で運転を始めてください。");
        output.Line($"戻す前のデータは snapshots フォルダに {done.Kept} として残しました。記録は途切れずに続いています。検索の索引は、次に使うときに作り直します。");
        if (done.List.Length > 0)
        {
            output.Line($"運転中のデータからなくなったもの（一覧: {done.List}）:");
            Lines(output, done.Losses);
        }

        return 0;
    }

    private static int Refuse(CommandOutput output, RollBackRefused refused)
    {
        if (refused.Losses.Count > 0)
        {
            output.Line("戻すと、運転中のデータから次のものがなくなります:");
            Lines(output, refused.Losses);
        }

        return output.Fail(refused.Problem);
    }

    private static void Lines(CommandOutput output, IReadOnlyList<Loss> losses)
    {
        foreach (var loss in losses)
        {
            output.Line($"  {loss.Words} {loss.Count:N0}件（記録 {loss.First}番から）");
        }
    }
}
