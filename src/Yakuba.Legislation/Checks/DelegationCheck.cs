namespace Yakuba.Legislation;

/// <summary>「規則で定める」 of an ordinance, when its 施行規則 is at hand: that rule should name the provision.</summary>
internal static class DelegationCheck
{
    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        var rule = context.Others.FirstOrDefault(o => context.Enactment.Name.Length > 0 && o.Enactment.Name.StartsWith(context.Enactment.Name, StringComparison.Ordinal)
            && o.Enactment.Name.EndsWith("規則", StringComparison.Ordinal));
        if (rule is null)
        {
            yield break;
        }

        var names = CheckContext.NamesOf(context.Index, rule.Enactment);
        var named = EnactmentReferences.Of(rule).Where(r => names.Contains(r.Enactment)).SelectMany(r => r.Targets)
            .Select(t => t.UpTo(ProvisionKind.Article)).OfType<ProvisionPath>().ToHashSet();
        foreach (var place in context.BodySentences)
        {
            var at = place.Provision.Text.IndexOf("規則で定め", StringComparison.Ordinal);
            if (at >= 0 && place.Path.UpTo(ProvisionKind.Article) is { } article && !named.Contains(article) && !IsGeneral(place.Provision.Text))
            {
                yield return EnactmentChecks.DelegationWithoutRule.At(place.Path, $"{rule.Enactment.Name}に、{article}を引く規定がありません。", at, 5);
            }
        }
    }

    /// <summary>この条例に定めるもののほか…: the closing clause that delegates all the rest.</summary>
    private static bool IsGeneral(string text) => text.Contains("もののほか", StringComparison.Ordinal) || text.Contains("施行に関し必要な事項", StringComparison.Ordinal);
}
