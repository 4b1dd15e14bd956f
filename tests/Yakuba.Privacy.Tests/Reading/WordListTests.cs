using System.Reflection;
using Yakuba.Text;

namespace Yakuba.Privacy.Tests;

/// <summary>Words are compared with the normal form, so a list must be written in it.</summary>
public sealed class WordListTests
{
    [Fact]
    public void Every_listed_word_has_its_normal_form_in_the_list() =>
        Assert.Empty(Lists().SelectMany(list => list.Words.Where(word => !list.Words.Contains(NormalText.Of(word).Value)).Select(word => $"{list.Owner}: {word} is never met, write {NormalText.Of(word).Value}")));

    private static IEnumerable<(string Owner, string[] Words)> Lists() => typeof(PersonalDataReader).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => !field.IsLiteral)
        .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", WordsOf(field.GetValue(null))));

    private static string[] WordsOf(object? list) => list switch
    {
        IEnumerable<string> words => [.. words],
        (string Word, PersonalKind Kind)[] named => [.. named.Select(n => n.Word)],
        _ => [],
    };
}
