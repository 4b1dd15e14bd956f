using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;

namespace Yakuba.Office.Ask.Answering;

/// <summary>Whether what an answer rests on may still be read. An answer takes time: rights are asked for anew before each piece of it leaves.</summary>
public sealed class StillReadable(ReadableVersions rights, PeopleList people)
{
    /// <summary>How an answer ends whose ground was taken away meanwhile.</summary>
    internal static Stop Changed { get; } = new(AnswerStatus.Unavailable, "回答の途中で、閲覧できる文書が変わりました。もう一度質問してください。");

    /// <summary>True when the person, as the store knows them now, may read all of the versions.</summary>
    internal async Task<bool> AllAsync(Principal reader, IEnumerable<uint> versions, CancellationToken cancel)
    {
        if (await people.AgainAsync(reader, cancel) is not { } now)
        {
            return false;
        }

        foreach (var version in versions.Distinct())
        {
            if (await rights.FindAsync(now, version, cancel) is null)
            {
                return false;
            }
        }

        return true;
    }
}
