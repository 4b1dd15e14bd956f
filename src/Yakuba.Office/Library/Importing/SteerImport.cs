using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>What a person may ask of an import that goes on.</summary>
public enum ImportAct
{
    /// <summary>Hold it, also over a new start of the server.</summary>
    Pause,

    /// <summary>Let it go on.</summary>
    Resume,

    /// <summary>Take it back: what is taken in stays, the rest is not taken.</summary>
    Cancel,
}

/// <summary>Holds imports, lets them go on and takes them back.</summary>
public sealed class SteerImport(Database database, JobQueue jobs)
{
    /// <summary>Does it for a person: the one who started the import, or who keeps the library.</summary>
    /// <returns>Null when it was done.</returns>
    public async Task<Problem?> RunAsync(string job, ImportAct act, Principal who, CancellationToken cancel)
    {
        string? starter;
        await using (var read = await database.ReadAsync(cancel))
        {
            starter = await ImportLines.StarterAsync(read, job, cancel);
        }

        return starter is null || !IsSeenBy(who, starter) ? LibraryProblems.NoSuchImport
            : IsSteeredBy(who, starter) ? await RunAsync(job, act, cancel)
            : LibraryProblems.NotYourImport;
    }

    /// <summary>Does it for the operator at the machine.</summary>
    /// <returns>Null when it was done.</returns>
    public async Task<Problem?> RunAsync(string job, ImportAct act, CancellationToken cancel)
    {
        if (await jobs.FindAsync(job, cancel) is not { Kind: ImportJob.Kind } status)
        {
            return LibraryProblems.NoSuchImport;
        }

        if (status.IsOver)
        {
            return LibraryProblems.ImportOver;
        }

        // What stands already as asked is done: people press twice.
        _ = act switch
        {
            ImportAct.Pause => await jobs.PauseAsync(job, cancel),
            ImportAct.Resume => await jobs.ResumeAsync(job, cancel),
            _ => await jobs.CancelAsync(job, cancel),
        };
        return null;
    }

    /// <summary>True when a person may see how an import stands: the one who started it, and those who look after the machine.</summary>
    internal static bool IsSeenBy(Principal who, string starter) => who.IsStaff && (starter == who.UserId || who.May(Right.ReadHealth));

    /// <summary>True when a person may hold it or take it back.</summary>
    internal static bool IsSteeredBy(Principal who, string starter) => who.IsStaff && (starter == who.UserId || who.May(Right.ManageLibrary));
}
