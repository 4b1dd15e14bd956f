using System.Text.Json;

namespace Yakuba.Privacy.Tests.Numbers;

/// <summary>One of ten strings of twelve digits has the check digit of a My Number. What stops a question or a document needs more than that.</summary>
public sealed class MyNumberContextTests
{
    [Theory]
    [InlineData("個人番号 2626 2626 2621")]
    [InlineData("マイナンバーを順に読み上げた。8248 2482 4820、4711 4711 4713。")]
    [InlineData("番号カードの裏面に2718 2818 2840とあります。")]
    [InlineData("番号は 2626\n2626\n2621 です")]
    [InlineData("262626262621（個人番号）")]
    [InlineData("262626262621,佐々木誠,2009-03-23,男")]
    [InlineData("扶養控除等申告書より　福井 湊　０１３０１３０１３０１７")]
    public void Words_and_people_beside_it_make_a_number_a_My_Number(string text) => Assert.True(Dictionary.Reader.HoldsMyNumber(text));

    [Theory]
    [InlineData("262626262621")]
    [InlineData("2626-2626-2621 を注文した。")]
    [InlineData("佐々木誠さんが来庁した。資材の控えは 262626262621 です。")]
    [InlineData("佐々木誠さんが来庁した。\n別の行の 262626262621 は契約の控え。")]
    [InlineData("法人番号 7000012050002、262626262621")]
    public void Twelve_digits_alone_are_none_though_they_are_masked(string text)
    {
        Assert.False(Dictionary.Reader.HoldsMyNumber(text));
        Assert.Contains(Dictionary.Reader.Read(text), d => d is { Kind: PersonalKind.MyNumber, IsMyNumber: false });
    }

    [Theory]
    [InlineData("個人番号：0000 0000 0000")]
    [InlineData("マイナンバー（記入例）1234 5678 9012")]
    [InlineData("個人番号 １１１１１１１１１１１１")]
    public void What_forms_print_in_the_place_of_a_number_is_none(string text) =>
        Assert.DoesNotContain(Dictionary.Reader.Read(text), d => d.Kind == PersonalKind.MyNumber);

    [Fact]
    public void Random_numbers_without_words_stop_nothing_and_with_the_word_all_do()
    {
        var random = new Random(20260401);
        for (var i = 0; i < 300; i++)
        {
            var number = string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('0' + random.Next(10))));
            Assert.False(Dictionary.Reader.HoldsMyNumber($"契約の控え {number} を確かめた。"), number);
            Assert.True(Dictionary.Reader.HoldsMyNumber($"個人番号 {number}"), number);
        }
    }

    [Theory]
    [InlineData("heldout.jsonl")]
    [InlineData("fresh.jsonl")]
    public void Each_line_of_our_own_sets_with_a_My_Number_is_stopped(string file) => Stops(Path.Combine(SharedData.Repository, "tests", "data", "pii", file));

    [Fact]
    public void Each_development_line_with_a_My_Number_is_stopped()
    {
        var path = Path.Combine(SharedData.Folder, "pii", "pii_dev.jsonl");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there");
        Stops(path);
    }

    // Lines without one are the control: nothing there may stop a document.
    private static void Stops(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var holds = json.RootElement.GetProperty("spans").EnumerateArray().Any(s => s.GetProperty("type").GetString() == "MY_NUMBER");
            Assert.True(Dictionary.Reader.HoldsMyNumber(json.RootElement.GetProperty("text").GetString()!) == holds, $"{json.RootElement.GetProperty("id")}: {holds}");
        }
    }
}
