using System.Text.RegularExpressions;
using Yakuba.Platform.Audit.ShowEntry;

namespace Yakuba.Tests.Architecture;

/// <summary>Every fact that some entry of the record may have is called something in Japanese.</summary>
public sealed partial class FactNameTests
{
    [Fact]
    public void Every_fact_that_is_recorded_has_a_name_for_people() => Faults.None(
        from file in SourceTree.Files("src", ".cs")
        let text = SourceTree.Text(file)
        where Records().IsMatch(text)
        from Match key in Keys().Matches(text)
        let name = (key.Groups[1].Value + key.Groups[2].Value).Replace('_', '-')
        where FactNames.Of(name) == name
        select $"{file}: {name}");

    [Fact]
    public void A_fact_without_a_name_is_shown_by_its_key() => Assert.Equal("of-tomorrow", FactNames.Of("of-tomorrow"));

    [GeneratedRegex(@"AppendAsync\(|JsonObject Facts\(|Result<JsonObject>")]
    private static partial Regex Records();

    // new JsonObject { ["key"] = value }, and what a helper of the same file notes.
    [GeneratedRegex("\\[\"([a-z0-9_-]+)\"\\] = |Note\\(\"([a-z0-9_-]+)\"")]
    private static partial Regex Keys();
}
