namespace Yakuba.Prose;

/// <summary>All rules, as <c>rules.tsv</c> in the assembly names them.</summary>
public static class RuleCatalogue
{
    private static readonly Dictionary<char, ProseKind> s_kinds = new() { ['通'] = ProseKind.Notice, ['内'] = ProseKind.Internal, ['例'] = ProseKind.Ordinance };

    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. TableFile.Rows("rules.tsv", 8).Select(Read)];

    private static Dictionary<string, Rule> ById { get; } = All.ToDictionary(rule => rule.Id);

    /// <summary>The rule of an id; null where there is none.</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Fields: id, category, title, reason, source, suggestion, severity, kinds (of 通内例; 全 where it looks everywhere).</summary>
    private static Rule Read(string[] row) => new(
        row[0], row[1], row[2], row[3], row[4], row[5], Enum.Parse<Severity>(row[6], ignoreCase: true), row[7].Where(letter => letter != '全').Select(letter => s_kinds[letter]).ToHashSet(), row[7].Contains('全'));
}
