using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>The memory of this process and of the machine.</summary>
internal static class MemoryHealth
{
    private const double Watch = 0.9;

    /// <summary>Memory of this process that lies in RAM.</summary>
    internal static string Used => $"{Environment.WorkingSet / 1_048_576.0:N0} MB";

    internal static HealthCheck Check(Words words)
    {
        var info = GC.GetGCMemoryInfo();
        var load = (double)info.MemoryLoadBytes / Math.Max(1, info.TotalAvailableMemoryBytes);
        return new HealthCheck(
            words["メモリ", "Memory"],
            load > Watch ? HealthState.Watch : HealthState.Good,
            words[$"このプログラム {Used}、機械全体の使用率 {load:P0}", $"this program {Used}, machine {load:P0} used"],
            load > Watch ? words["同じ機械で動く他のプログラムを減らすか、メモリを増やしてください。", "Stop other programs on this machine or add memory."] : "");
    }
}
