using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.Answering;

/// <summary>Whether what an answer rests on may still be read. An answer takes time: rights are asked for anew before each piece of it leaves.</summary>
public sealed class StillReadable(Database database, ReadableVersions rights, PeopleList people)
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

        await using var read = await database.ReadAsync(cancel); // begun after the person was looked up: one look at rights for all
        var rightsOf = await rights.AsSeenByAsync(read, now, cancel);
        return versions.All(version => rightsOf(version) is not null);
    }
}
