using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Amendments written by hand from drafting practice.</summary>
public sealed class HandWrittenAmendmentTests(ITestOutputHelper output)
{
    /// <summary>Texts that the parser does not read as their writer meant: a caption above the first article, 項 numbered in kanji.</summary>
    private static readonly string[] s_misread = ["41-heading-added-and-removed", "72-chapter-title-put", "82-kanji-paragraph-numbers", "86-kanji-heading", "87-common-heading-and-branch-change", "90-first-paragraph-deleted"];

    [Fact]
    public void Hand_written_amendments_give_the_text_that_was_meant()
    {
        var faults = AmendmentCase.Right.Select(c => (c, Result: AmendmentText.Apply(c.Old, c.Amendment))).Where(r => r.Result.Enactment != r.c.New).ToList();

        faults.ForEach(f => output.WriteLine($"{f.c.Name}: {f.Result.Problem?.Message}{Difference(f.Result.Enactment, f.c.New!)}"));
        output.WriteLine($"{AmendmentCase.Right.Count() - faults.Count} of {AmendmentCase.Right.Count()}");
        Assert.Empty(faults.Select(f => f.c.Name).Except(s_misread));
    }

    [Fact]
    public void What_is_written_for_the_same_change_is_carried_out_and_mostly_in_the_same_words()
    {
        var written = AmendmentCase.Right.Select(c => (c, AmendmentText.Write(c.Old, c.New!).Lines)).ToList();

        var others = written.Where(w => !w.Lines.SequenceEqual(w.c.Amendment.Select(l => l.TrimStart('\t')))).ToList();
        others.ForEach(w => output.WriteLine($"{w.c.Name}:\n{string.Join('\n', w.Lines.Except(w.c.Amendment))}\n -- {string.Join("\n -- ", w.c.Amendment.Except(w.Lines))}"));
        output.WriteLine($"{written.Count - others.Count} of {written.Count} in the very words");
        Assert.All(written, w => Assert.Equal(w.c.New! with { Front = w.c.Old.Front }, AmendmentText.Apply(w.c.Old, w.Lines).Enactment! with { Front = w.c.Old.Front }));
    }

    [Fact]
    public void A_wrong_amendment_is_refused_by_name_and_nothing_is_carried_out()
    {
        var results = AmendmentCase.Wrong.Select(c => (c.Name, Result: AmendmentText.Apply(c.Old, c.Amendment))).ToList();

        results.ForEach(r => output.WriteLine($"{r.Name}: {r.Result.Problem?.Line} {r.Result.Problem?.Name} {r.Result.Problem?.Message}"));
        Assert.All(results, r => Assert.True(r.Result.Enactment is null && r.Result.Problem is { Line: > 1, NextStep.Length: > 0 }, r.Name));
    }

    private static string Difference(Enactment? found, Enactment wanted) =>
        found is null ? "" : string.Join(" / ", EnactmentText.Write(found).Except(EnactmentText.Write(wanted)).Take(3)) + " // " + string.Join(" / ", EnactmentText.Write(wanted).Except(EnactmentText.Write(found)).Take(3));
}
