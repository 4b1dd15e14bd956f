using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>Long work: what runs, waits and failed.</summary>
internal static class JobHealth
{
    internal static HealthCheck Check(IReadOnlyList<JobStatus> jobs, Words words)
    {
        var open = jobs.Count(j => !j.IsOver);
        var failed = jobs.Count > 0 && jobs[0].State == "failed";
        return new HealthCheck(
            words["処理", "Work"],
            failed ? HealthState.Watch : HealthState.Good,
            open > 0 ? words[$"{open}件が進行中または待機中です。", $"{open} running or waiting."] : words["進行中の処理はありません。", "Nothing is running."],
            failed ? words["最後の処理が失敗しました。下の一覧で理由を確かめ、もう一度行ってください。", "The last one failed. See why below and run it again."] : "");
    }

    internal static JobLine Line(JobStatus job, Dictionary<string, string> titles, Words words) => new(
        titles.GetValueOrDefault(job.Kind, job.Kind),
        job.State switch
        {
            "waiting" => words["待機中", "Waiting"],
            "running" => words["進行中", "Running"],
            "paused" => words["一時停止中", "Paused"],
            "done" => words["完了", "Done"],
            "failed" => words["失敗", "Failed"],
            _ => words["取りやめ", "Cancelled"],
        },
        job.State switch { "running" => Tone.Brand, "paused" => Tone.Warn, "done" => Tone.Good, "failed" => Tone.Bad, _ => Tone.Plain },
        job.Done,
        job.All,
        job.Problem.Length > 0 ? job.Problem : job.Kind == ImportJob.Kind ? "" : job.Note, // an import notes the name of the file it reads, which not everybody here may know
        JapanTime.TimeFromStore(job.CreatedAt));
}
