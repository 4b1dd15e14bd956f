using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Amendments written by hand from drafting practice.</summary>
public sealed class HandWrittenAmendmentTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_hand_written_amendment_can_be_carried_out()
    {
        var faults = AmendmentCase.All.Select(c => (c, Result: AmendmentText.Apply(c.Before, c.Amendment))).Where(r => r.Result.Enactment != r.c.After).ToList();

        faults.ForEach(f => output.WriteLine($"{f.c.Name}: {f.Result.Problem?.Message}\n{(f.Result.Enactment is { } e ? string.Join('\n', EnactmentText.Write(e)) : "")}"));
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_hand_written_amendment_is_written_as_the_drafter_wrote_it()
    {
        var faults = AmendmentCase.All.Select(c => (c, Lines: AmendmentText.Write(c.Before, c.After).Lines)).Where(r => !r.Lines.Skip(2).SequenceEqual(r.c.Sentences)).ToList();

        faults.ForEach(f => output.WriteLine($"{f.c.Name}:\n{string.Join('\n', f.Lines.Skip(2))}"));
        Assert.Empty(faults);
    }
}
