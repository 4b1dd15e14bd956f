using System.Text.RegularExpressions;
using Yakuba.Platform.Audit;
using Yakuba.Testing;

namespace Yakuba.Tests.Architecture;

/// <summary>Every action of the record is called something in Japanese: the auditor reads the list.</summary>
public sealed partial class ActionNameTests
{
    [Fact]
    public async Task Every_action_that_is_recorded_has_a_name_for_people()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        var named = town.Get<IEnumerable<AuditActionName>>().Select(n => n.Action).ToHashSet();
        Assert.DoesNotContain("action-of-tomorrow", named); // the control
        Faults.None(
            from file in SourceTree.Files("src", ".cs")
            let text = SourceTree.Text(file)
            from Match match in (file.EndsWith("Actions.cs", StringComparison.Ordinal) ? Constant() : Appended()).Matches(text)
            from Group action in match.Groups.Values.Skip(1).Where(g => g.Success)
            where !named.Contains(action.Value)
            select $"{file}: {action.Value}");
    }

    [Fact]
    public void Actions_are_found_in_the_source()
    {
        Assert.Equal(["document-imported"], Found(Constant(), "public const string Imported = \"document-imported\";"));
        Assert.Equal(["account-enabled", "account-disabled"], Found(Appended(), "await audit.AppendAsync(work, by, active ? \"account-enabled\" : \"account-disabled\", new JsonObject { [\"account\"] = 1 }, cancel);"));
    }

    private static IEnumerable<string> Found(Regex regex, string text) => from Match match in regex.Matches(text) from Group action in match.Groups.Values.Skip(1).Where(g => g.Success) select action.Value;

    [GeneratedRegex("const string \\w+ = \"([a-z-]+)\"")]
    private static partial Regex Constant();

    // AppendAsync(work, by, "name", …), or one of two names.
    [GeneratedRegex("AppendAsync\\(\\s*work, [^,]+, (?:[^\",]*\\? )?\"([a-z-]+)\"(?: : \"([a-z-]+)\")?")]
    private static partial Regex Appended();
}
