using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Days that no calendar has, periods that end before they begin, enforcement before promulgation.</summary>
internal static class DateChecks
{
    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        foreach (var place in context.Sentences)
        {
            var text = place.Provision.Text;
            var days = WrittenDay.In(text);
            for (var i = 0; i < days.Count; i++)
            {
                if (days[i].Day is null)
                {
                    yield return EnactmentChecks.ImpossibleDate.At(place.Path, $"「{days[i].Text}」は暦にありません。", days[i].Start, days[i].Text.Length);
                }
                else if (i + 1 < days.Count && days[i + 1].Day < days[i].Day && text[days[i].End..days[i + 1].Start] == "から" && text[days[i + 1].End..].StartsWith("まで", StringComparison.Ordinal))
                {
                    yield return EnactmentChecks.ReversedPeriod.At(place.Path, $"「{text[days[i].Start..days[i + 1].End]}まで」は終わりが先です。", days[i].Start, days[i + 1].End - days[i].Start);
                }
            }
        }

        if (EnforcementDates.Promulgated(context.Enactment) is { } promulgated
            && EnforcementDates.Of(context.Index).FirstOrDefault(e => !e.IsAmendment) is { Day: { } enforced } own && enforced < promulgated)
        {
            yield return EnactmentChecks.EarlyEnforcement.At(own.Path, $"{promulgated:yyyy-MM-dd}に公布され、{enforced:yyyy-MM-dd}に施行するとあります。");
        }
    }
}
