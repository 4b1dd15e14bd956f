using Yakuba.Office.Operate.ShowHealth;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.DrillBackup;

/// <summary>When it was last tried to start again from a backup: a backup that nobody has restored is a hope.</summary>
internal sealed class DrillHealth(Database database, TimeProvider time) : IHealthSource
{
    private const int LongestDays = 90;

    /// <inheritdoc/>
    public async Task<HealthCheck> LookAsync(Words words, CancellationToken cancel)
    {
        var name = words["復元の訓練", "Restore drill"];
        await using var read = await database.ReadAsync(cancel);
        var last = await read.FirstOrDefaultAsync<string>("SELECT at FROM audit_entry WHERE action = @action ORDER BY idx DESC LIMIT 1", new { action = OperateActions.BackupDrilled }, cancel);
        if (last is null)
        {
            return new HealthCheck(name, HealthState.Watch, words["バックアップからの復元を、まだ試していません。", "No backup has been restored on trial yet."], Next(words));
        }

        var at = JapanTime.TimeFromStore(last);
        var days = (int)(time.GetUtcNow() - at).TotalDays;
        return days > LongestDays
            ? new HealthCheck(name, HealthState.Watch, words[$"最後に試したのは {words.Moment(at)}（{days:N0}日前）です。", $"Last tried on {words.Moment(at)}, {days:N0} days ago."], Next(words))
            : new HealthCheck(name, HealthState.Good, words[$"{words.Moment(at)} に試し、再開できることを確かめました。", $"Tried on {words.Moment(at)}: one can start again from it."]);
    }

    private static string Next(Words words) => words["yakuba backup drill にバックアップのファイルを指定して実行してください（運転中でも行えます）。", "Run yakuba backup drill with a backup file; the server may go on."];
}
