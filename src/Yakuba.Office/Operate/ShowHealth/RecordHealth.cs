using Yakuba.Platform.Audit;
using Yakuba.Platform.Web.Frame;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>The tamper-evident record, as its last check found it.</summary>
internal sealed class RecordHealth(RecordKeeper keeper) : IHealthSource
{
    /// <inheritdoc/>
    public Task<HealthCheck> LookAsync(Words words, CancellationToken cancel)
    {
        var name = words["記録", "Record"];
        var when = keeper.CheckedAt is { } at ? words.Moment(at) : "";
        return Task.FromResult(keeper.State switch
        {
            RecordState.Verified => new HealthCheck(name, HealthState.Good, words[$"{when} の検証で、すべて一致しました。", $"Whole when verified on {when}."]),
            RecordState.Damaged => new HealthCheck(
                name,
                HealthState.Bad,
                string.Join(' ', keeper.Findings),
                words["運転を止めてデータを保全し、yakuba audit verify の結果をバックアップと照合してください。", "Stop, keep the data, run yakuba audit verify and compare with a backup."]),
            _ => new HealthCheck(
                name, HealthState.Good, words["起動してから全体の検証は行っていません。最後の署名とのつながりは確認しています。", "Not verified as a whole since the start; it extends what was signed last."]),
        });
    }
}
