using System.Globalization;

namespace Yakuba.Documents;

/// <summary>A process and all that it started, as the system lists them: one process group.</summary>
internal sealed class ProcessGroup(int leader)
{
    private readonly HashSet<int> _others = [];

    /// <summary>Memory of all of them that lies in RAM now, in bytes. What they share counts for each.</summary>
    internal long MemoryBytes() => Members().Sum(m => Pages(m)) * Environment.SystemPageSize;

    /// <summary>Process ids that are in the group now.</summary>
    internal IReadOnlyList<int> Members()
    {
        var (members, seen) = (new List<int>(), new HashSet<int>());
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(entry.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                continue;
            }

            // A process seen outside the group cannot come into it: only its own children are ever in it.
            if (_others.Contains(id))
            {
                seen.Add(id);
            }
            else if (Group(id) == leader)
            {
                members.Add(id);
            }
            else if (id < leader)
            {
                seen.Add(id);
            }
        }

        _others.Clear();
        _others.UnionWith(seen);
        return members;
    }

    /// <summary>Ends all of them at once.</summary>
    internal void Kill() => _ = Libc.Signal(-leader, Libc.Kill);

    private static long Pages(int process)
    {
        var fields = Read(process, "statm").Split(' ');
        return fields.Length > 1 && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0;
    }

    /// <summary>The group is the third field after the program's name, which stands in brackets and may hold anything.</summary>
    private static int Group(int process)
    {
        var stat = Read(process, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 2 && int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var group) ? group : 0;
    }

    private static string Read(int process, string name)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{name}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended in the same moment
        }
    }
}
