using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>What carrying out an amendment came to.</summary>
/// <param name="Enactment">The enactment as amended; null when there is a problem: nothing is carried out by halves.</param>
/// <param name="Problem">Why not, with the line of the amendment; null when it was carried out.</param>
public sealed record AmendmentResult(Enactment? Enactment, LegislationProblem? Problem);

/// <summary>A written amendment.</summary>
/// <param name="Lines">The amending ordinance: its title, the enacting sentence, the amending sentences and the texts that they put in. Empty when there is a problem.</param>
/// <param name="Problem">Why none can be written; null when it is written.</param>
/// <param name="IsWhole">Whether the difference could not be said in parts and the whole is written anew (全部改正).</param>
public sealed record AmendmentWriting(ImmutableArray<string> Lines, LegislationProblem? Problem, bool IsWhole = false);

/// <summary>改め文: the sentences that turn one version of an enactment into another, written and carried out (溶け込み).</summary>
public static class AmendmentText
{
    /// <summary>Writes the amendment that turns one version into another. It has been carried out and compared before it is returned.</summary>
    /// <param name="old">The enactment as it stands.</param>
    /// <param name="new">As it is to be. Its front matter (number, dates, notes of a collection) does not count: no amendment speaks of it.</param>
    public static AmendmentWriting Write(Enactment old, Enactment @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var wanted = @new with { Front = old.Front, Captions = old.Captions };
        if (wanted == old)
        {
            return new([], AmendmentProblems.NothingChanged());
        }

        var frame = AmendmentFrame.Of(old);
        if (AmendmentWriter.Write(old, wanted) is { } script)
        {
            ImmutableArray<string> lines = [.. frame.Head("一部"), .. script.Lines(frame.Digits)];
            if (Apply(old, lines).Enactment == wanted)
            {
                return new(lines, null);
            }
        }

        ImmutableArray<string> whole = [.. frame.Head("全部"), .. EnactmentText.Write(@new)];
        return Apply(old, whole).Enactment is { } all && all == @new ? new(whole, null, IsWhole: true) : new([], AmendmentProblems.CannotBeWritten());
    }

    /// <summary>Carries out an amendment, all of it or nothing.</summary>
    /// <param name="old">The enactment as it stands.</param>
    /// <param name="amendment">The lines of the amending ordinance. Sentences are one line each; its own 附則 is read over.</param>
    public static AmendmentResult Apply(Enactment old, IEnumerable<string> amendment)
    {
        ArgumentNullException.ThrowIfNull(old);
        var reading = AmendmentReader.Read(amendment, old.Name, AmendmentFrame.Of(old).Number);
        if (reading.Problem is { } problem)
        {
            return new(null, problem);
        }

        if (reading.Whole is { } whole)
        {
            return Whole(old, whole);
        }

        var draft = new Draft(old);
        foreach (var sentence in reading.Sentences)
        {
            foreach (var step in sentence.Steps)
            {
                if (new StepRunner(draft, sentence.Line).Run(step) is { } refused)
                {
                    return new(null, refused);
                }
            }
        }

        return new(draft.ToEnactment(), null);
    }

    /// <summary>全部改正: the lines are the enactment. Its number and dates stay unless the lines bring others.</summary>
    private static AmendmentResult Whole(Enactment old, ImmutableArray<string> lines)
    {
        var read = EnactmentParser.Parse(lines).Enactment;
        return read.Provisions.IsEmpty
            ? new(null, AmendmentProblems.Half(1))
            : new(read.Front.IsEmpty ? read with { Front = old.Front } : read, null);
    }
}
