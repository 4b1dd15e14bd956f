using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>A restoration in the operator's words.</summary>
internal static class RestoredWords
{
    internal static void Say(CommandOutput output, Restoration done)
    {
        output.Line($"バックアップの後の記録 {done.Entries:N0}件から、もう一度取り消しました: 文書 {done.Versions:N0}件、利用者 {done.Accounts:N0}人、消去した本文 {done.Texts:N0}件。サインインは、すべて切りました。");
        if (done.UnknownFrom.Length > 0)
        {
            output.Remark($"注意: {At(done.UnknownFrom)} から {At(done.RestoredAt)} までの削除・非公開・権限の取消しは分かりません。元に戻っているおそれがあります。");
        }

        if (done.ToLookAt.Length > 0)
        {
            output.Remark($"注意: 次の操作は、自動ではやり直していません: {string.Join("、", done.ToLookAt.Split(',').Select(Named))}");
        }

        if (done.Accounts > 0)
        {
            output.Line("パスワードを変えていた人は、古いパスワードでは入れません。yakuba user password で新しくしてください。");
        }

        if (done.Versions + done.Texts > 0)
        {
            output.Line("消した文書や回答の言葉をディスクからも消すには: yakuba forget-deleted");
        }

        if (done.IsOpen)
        {
            output.Line("見直す一覧を作るには: yakuba restored --list FILE　済んだら: yakuba restored --done");
        }
        else if (done.LookedAt.Length > 0)
        {
            output.Line($"見直しは済んでいます（{At(done.LookedAt)}）。");
        }
    }

    private static string Named(string action) => TakeAwayAgain.ToLookAt.Where(l => l.Action == action).Select(l => l.Words).FirstOrDefault(action);

    private static string At(string stored) => JapanTime.TimeFromStore(stored).ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
