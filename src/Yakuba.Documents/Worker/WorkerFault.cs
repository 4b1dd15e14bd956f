namespace Yakuba.Documents;

/// <summary>Why a worker gave no answer.</summary>
internal enum FaultKind
{
    /// <summary>The clock ran out; it was ended.</summary>
    Time,

    /// <summary>It and its children took more memory than they may; they were ended.</summary>
    Memory,

    /// <summary>It ended by itself: a signal, an exit, a crash.</summary>
    Ended,

    /// <summary>What it sent is no answer.</summary>
    Garbled,
}

/// <summary>A worker gave no answer and was ended.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Detail">Japanese, for the people who run the machine: the exit code, the signal.</param>
internal sealed record WorkerFault(FaultKind Kind, string Detail)
{
    /// <summary>The refusal that the file's owner sees.</summary>
    internal Unreadable Refuse(string fileName, ReadLimits limits)
    {
        var shown = DisplayName.Of(fileName);
        return Kind switch
        {
            FaultKind.Time => Refusals.TimedOut(shown, limits.MaxTime),
            FaultKind.Memory => Refusals.OutOfMemory(shown, limits.MaxMemoryBytes),
            _ => Refusals.ReaderFailed(shown, Detail),
        };
    }
}
