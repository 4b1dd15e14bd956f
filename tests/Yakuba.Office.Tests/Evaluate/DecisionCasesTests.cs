using System.Text.Json;
using Yakuba.Office.Evaluate.Learn.Decide;
using Yakuba.Office.Evaluate.Town;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class DecisionCasesTests
{
    [Fact]
    public async Task A_question_is_seen_with_what_answers_it_and_again_without()
    {
        await using var town = await OpenAsync();

        var cases = await CasesAsync(town, $"{LearnTown.Names[0]}はどこに出せばよいですか", must: $"{LearnTown.Said[1]}の札");

        Assert.Equal([(false, true), (true, false)], cases.Select(c => (c.IsWithout, c.IsAnswered)));
        Assert.Equal(LearnTown.Entry(0), Assert.Single(cases[0].Units, u => u.IsRight).Candidate.Unit.Passage.Question);
        Assert.Equal(LearnTown.Entry(0), cases[0].Units[0].Candidate.Unit.Passage.Question);
        Assert.DoesNotContain(cases[1].Units, u => u.Candidate.Unit.Passage.Question == LearnTown.Entry(0));
        Assert.Equal(1, cases[1].Units.Max(u => u.Candidate.Likeness.Rank)); // the best of what is left is the best
        Assert.True(cases[1].Presence.Chance < cases[0].Presence.Chance);
    }

    [Fact]
    public async Task What_says_it_in_another_file_than_the_judgment_lists_is_neither_right_nor_wrong()
    {
        await using var town = await OpenAsync();
        await town.ImportAsync("案内.txt", $"転入届の案内\n\n転入届は市民課に出します。{LearnTown.Said[1]}の札を取ってください。");

        var cases = await CasesAsync(town, $"{LearnTown.Names[0]}はどこに出せばよいですか", must: $"{LearnTown.Said[1]}の札");

        Assert.Contains(cases[0].Units, u => u is { IsUnlisted: true, IsRight: false });
        Assert.DoesNotContain(cases[1].Units, u => u.Candidate.Unit.Text.Contains($"{LearnTown.Said[1]}の札", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_seen_once()
    {
        await using var town = await OpenAsync();
        var only = Assert.Single(await CasesAsync(town, "転入届の手数料はいくらですか", must: ""));
        Assert.False(only.IsAnswered);
        Assert.DoesNotContain(only.Units, u => u.IsRight || u.IsUnlisted);
    }

    private static async Task<LibraryTown> OpenAsync()
    {
        var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("faq.csv", LearnTown.Csv());
        return town;
    }

    private static async Task<IReadOnlyList<DecisionCase>> CasesAsync(LibraryTown town, string question, string must)
    {
        var file = town.Files["questions.jsonl"];
        var expect = must.Length > 0 ? "answered" : "not-in-documents";
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { id = "q", question, expect, sources = new[] { "よくある質問/faq.csv" }, must = new[] { must }, kind = "own", split = "fit" }));
        return (await DecisionCases.Of(town.Town.Services).OfAsync(JudgedQuestion.Read(file).Value[0], town.Town.Clock.Today(), default)).Value;
    }
}
