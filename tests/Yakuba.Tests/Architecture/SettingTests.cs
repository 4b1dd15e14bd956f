using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Tests.Architecture;

/// <summary>Every setting can be found, understood and left at its default.</summary>
public sealed partial class SettingTests : IAsyncLifetime
{
    private TestTown _town = null!; // set before each test

    public async ValueTask InitializeAsync() => _town = await TestTown.OpenAsync(plan: TownPlan.Whole);

    public async ValueTask DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public void Names_are_the_room_and_kebab_case_and_unique()
    {
        Faults.None(All().Where(s => !Name().IsMatch(s.Name)).Select(s => s.Name));
        Faults.None(All().GroupBy(s => s.Name).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Titles_and_meanings_are_Japanese() =>
        Faults.None(All().Where(s => !Japanese().IsMatch(s.Title) || !Japanese().IsMatch(s.Meaning) || !s.Meaning.EndsWith('。')).Select(s => $"{s.Name} 「{s.Title}」 {s.Meaning}"));

    [Fact]
    public void Defaults_are_allowed_values() => Faults.None(All().Where(s => s.Check(s.Default) is not null).Select(s => $"{s.Name} = {s.Default}"));

    [Fact]
    public void Every_setting_that_is_declared_is_known() =>
        Faults.None(Declared().Except(All().Select(s => s.Name)));

    [Fact]
    public void A_default_out_of_range_is_noticed() => Assert.NotNull(SettingDefinition.Number("control.number", 5, 6, 7, "数", "六か七。").Check("5"));

    private IReadOnlyList<SettingDefinition> All() => [.. _town.Services.GetServices<SettingDefinition>()];

    private static IEnumerable<string> Declared() => Product.Assemblies.SelectMany(a => a.GetTypes())
        .Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => typeof(SettingDefinition).IsAssignableFrom(f.FieldType))
        .Select(f => ((SettingDefinition)f.GetValue(null)!).Name);

    [GeneratedRegex(@"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]")]
    private static partial Regex Japanese();
}
