using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>What may be disposed of today.</summary>
/// <param name="Years">保存期間 in years; 0 for keeping without end.</param>
/// <param name="LastDay">Answers up to this day are due.</param>
/// <param name="Through">The last entry of that day.</param>
/// <param name="Bodies">Texts that are due.</param>
public sealed record DueTexts(int Years, DateOnly LastDay, long Through, long Bodies);

/// <summary>The 保存期間 of questions and answers: counted, as municipalities do, from the first of April after the fiscal year in which they were made.</summary>
public sealed class Retention(SettingStore settings, TimeProvider time)
{
    /// <summary>How long questions and answers are kept.</summary>
    public static readonly Setting<int> Years = SettingDefinition.Number(
        "audit.retention-years", 0, 0, 100, "質問と回答の本文の保存期間（年）", "作成した年度の翌年度の4月1日から数える。0は期限を定めない。期間を過ぎても自動では消えず、「消去と廃棄」の画面で、申し出た人と別の人が承認して廃棄する。記録そのもの（だれが、いつ、何をしたか）は残る。");

    /// <summary>What is due now.</summary>
    /// <returns>Null while nothing is.</returns>
    public async Task<DueTexts?> DueAsync(Session session, CancellationToken cancel)
    {
        if (await settings.GetAsync(session, Years, cancel) is not (> 0 and var years))
        {
            return null;
        }

        var last = LastDay(time.Today(), years);
        var through = await RemovalRows.LastBeforeAsync(session, new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), JapanTime.Offset), cancel);
        var bodies = await RemovalRows.CountDueAsync(session, through, cancel);
        return bodies == 0 ? null : new DueTexts(years, last, through, bodies);
    }

    /// <summary>The last day whose answers are over: the end of the fiscal year that lies the period and one year back.</summary>
    /// <param name="today">In Japan.</param>
    /// <param name="years">保存期間; at least 1.</param>
    public static DateOnly LastDay(DateOnly today, int years)
    {
        var fiscal = today.Month >= 4 ? today.Year : today.Year - 1;
        return new DateOnly(fiscal - years, 3, 31);
    }
}
