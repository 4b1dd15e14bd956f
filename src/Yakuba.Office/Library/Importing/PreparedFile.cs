using Yakuba.Documents;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Importing;

/// <summary>What is known of a file before its turn to be stored comes: why it cannot be taken, or that the newest version is the same, or its copy and its text.</summary>
internal sealed class PreparedFile : IDisposable
{
    /// <summary>Why it cannot be taken; null when it can.</summary>
    internal Problem? Problem { get; private init; }

    /// <summary>Hash of its content.</summary>
    internal string Sha256 { get; private init; } = "";

    /// <summary>Its copy beside the originals; null when it was not read.</summary>
    internal ArrivedFile? Arrived { get; private init; }

    /// <summary>What reading it came to; null when it was not read.</summary>
    internal WorkerReading? Reading { get; private set; }

    internal static PreparedFile Refused(Problem problem) => new() { Problem = problem };

    internal static PreparedFile Known(string sha256) => new() { Sha256 = sha256 };

    internal static PreparedFile Of(ArrivedFile arrived, WorkerReading reading) => new() { Sha256 = arrived.Sha256, Arrived = arrived, Reading = reading };

    /// <summary>Hands the text over: whoever gets it lets it go.</summary>
    internal WorkerReading TakeReading()
    {
        var reading = Reading!;
        Reading = null;
        return reading;
    }

    public void Dispose()
    {
        Arrived?.Dispose();
        Reading?.Dispose();
    }
}
