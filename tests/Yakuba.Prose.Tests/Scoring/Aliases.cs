namespace Yakuba.Prose.Tests.Scoring;

/// <summary>Rules that two hands wrote under two names and that the catalogue holds once.</summary>
internal static class Aliases
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["hizuke-youbi"] = "fact-weekday",
        ["jikoku-jitsuzai"] = "hizuke-jitsuzai",
        ["hizuke-gyaku"] = "fact-order",
        ["gengo-seireki"] = "fact-era",
        ["koumoku-juufuku"] = "koumoku-tobi",
        ["kutouten-juufuku"] = "typo-punct",
        ["date-relative"] = "hizuke-soutai",
        ["date-noon"] = "jikoku-24ji",
        ["law-toki"] = "kana-toki",
    };

    internal static string Of(string rule) => s_names.GetValueOrDefault(rule, rule);
}
