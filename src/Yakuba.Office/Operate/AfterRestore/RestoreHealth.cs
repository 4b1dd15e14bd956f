using Yakuba.Office.Operate.ShowHealth;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>Whether somebody still has to go through what a restored backup may have brought back.</summary>
internal sealed class RestoreHealth(Database database) : IHealthSource
{
    /// <inheritdoc/>
    public async Task<HealthCheck> LookAsync(Words words, CancellationToken cancel)
    {
        var name = words["バックアップからの復元", "Restoration"];
        try
        {
            await using var read = await database.ReadAsync(cancel);
            return await RestorationRows.LastAsync(read, cancel) switch
            {
                null => new HealthCheck(name, HealthState.Good, words["復元したデータではありません。", "This data was never restored."]),
                { IsOpen: false } done => new HealthCheck(name, HealthState.Good, words[$"{At(done.RestoredAt)} に復元しました。確認は済んでいます。", $"Restored on {At(done.RestoredAt)} and gone through."]),
                { UnknownFrom.Length: > 0 } open => new HealthCheck(
                    name,
                    HealthState.Watch,
                    words[$"{At(open.UnknownFrom)} から {At(open.RestoredAt)} までの削除・非公開・権限の取消しが分からず、元に戻っているおそれがあります。", $"What was deleted or revoked from {At(open.UnknownFrom)} to {At(open.RestoredAt)} is not known and may be back."],
                    Next(words)),
                var open => new HealthCheck(
                    name,
                    HealthState.Watch,
                    words[$"{At(open.RestoredAt)} の復元で、自動でやり直せない操作がありました。", $"Acts were found on {At(open.RestoredAt)} that cannot be done again by themselves."],
                    Next(words)),
            };

            string At(string stored) => words.Moment(JapanTime.TimeFromStore(stored));
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return new HealthCheck(name, HealthState.Bad, problem.Message);
        }
    }

    private static string Next(Words words) => words[
        "yakuba restored --list FILE で文書と利用者の一覧を作って見直し、済んだら yakuba restored --done を実行してください。", "Make the list with yakuba restored --list FILE, go through it, then run yakuba restored --done."];
}
