namespace Yakuba.Documents;

/// <summary>What the system holds back from a worker and everything it starts. A wall that this system does not offer is false, never assumed.</summary>
/// <param name="NoNetwork">No connection can be opened, not even to this machine.</param>
/// <param name="OneFolder">Files can be written in its own folder only, and read only there and where the program and the system's libraries and fonts lie.</param>
/// <param name="DiesWithServer">The system ends it when the server ends, however that ends.</param>
/// <param name="OwnGroup">It and its children form one process group that they cannot leave; it is ended as a whole.</param>
public sealed record WorkerWalls(bool NoNetwork, bool OneFolder, bool DiesWithServer, bool OwnGroup)
{
    private const int DieWithParent = 1;
    private const int LargestFile = 1, CoreFile = 4, OpenFiles = 7;
    private const ulong MostOpenFiles = 512;
    private const int Niceness = 5;

    /// <summary>Whether all of them stand.</summary>
    public bool AllStand => NoNetwork && OneFolder && DiesWithServer && OwnGroup;

    /// <summary>Raises the walls around this process. They cannot be taken down again. Called on the main thread, before any other thread of ours.</summary>
    /// <param name="server">Process id of the server that started it.</param>
    /// <param name="folder">The one folder of its own.</param>
    /// <param name="mostFileBytes">Largest file it may write.</param>
    internal static WorkerWalls Raise(int server, string folder, long mostFileBytes)
    {
        var ownGroup = Libc.SetGroup(0, 0) == 0;
        var dies = Libc.Control(DieWithParent, Libc.Kill, 0, 0, 0) == 0;
        if (Libc.Parent() != server)
        {
            Environment.Exit(1); // it died before the line above
        }

        Limit(CoreFile, 0);
        Limit(OpenFiles, MostOpenFiles);
        Limit(LargestFile, (ulong)mostFileBytes);
        _ = Libc.Nice(Niceness); // people's questions come first
        First("/proc/self/oom_score_adj", "1000"); // short of memory, the system ends this one and not the server
        var bound = Libc.GiveUpRights();
        var folderOnly = bound && FileWall.Raise(folder);
        return new WorkerWalls(bound && SystemCalls.Take(), folderOnly, dies, ownGroup);
    }

    private static void Limit(int resource, ulong most) => _ = Libc.SetLimit(resource, new Libc.ResourceLimit(most));

    private static void First(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not offered here; the server's own watch stays.
        }
    }
}
