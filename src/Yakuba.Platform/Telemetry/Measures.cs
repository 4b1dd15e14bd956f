using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Yakuba.Platform.Telemetry;

/// <summary>What the program tells of itself in numbers and spans. Never content: a measurement is a number with labels of closed lists, a span has a name of ours and the same labels.</summary>
/// <remarks>They belong to the process, not to a municipality: several in one process are told as one.</remarks>
public static class Measures
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "Yakuba";

    /// <summary>How a question ended.</summary>
    public static readonly MeasureLabel Status = new(
        "status", "answered", "partly-answered", "not-in-documents", "not-yet-in-force", "no-longer-in-force", "needs-a-person", "blocked", "unavailable", "refused", "gone");

    /// <summary>A step on the way of a question.</summary>
    public static readonly MeasureLabel Step = new("step", "admit", "understand", "retrieve", "gate", "compose", "verify", "record");

    /// <summary>By which door.</summary>
    public static readonly MeasureLabel Door = new("channel", "staff", "citizen", "api", "command", "system");

    /// <summary>What the gate in front of the ways out decided of a text.</summary>
    public static readonly MeasureLabel Decision = new("decision", "passed", "masked", "my-number", "personal-data");

    /// <summary>How work ended.</summary>
    public static readonly MeasureLabel Outcome = new("outcome", "done", "failed", "released");

    /// <summary>What became of a file that was to come in.</summary>
    public static readonly MeasureLabel File = new("outcome", "added", "new-version", "unchanged", "duplicate", "held", "refused");

    private static readonly Meter s_meter = new(Name);
    private static readonly ActivitySource s_spans = new(Name);

    private static readonly double[] s_seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private static readonly Histogram<double> s_question = Seconds("yakuba.question.duration", "From a question's arrival to its recorded end.");
    private static readonly Histogram<double> s_step = Seconds("yakuba.question.step.duration", "One step of a question.");
    private static readonly Histogram<double> s_wait = Seconds("yakuba.store.wait.duration", "Waiting to be the one writer.");
    private static readonly Histogram<double> s_commit = Seconds("yakuba.store.commit.duration", "A commit, with its sync to the disk.");
    private static readonly Histogram<double> s_sync = Seconds("yakuba.disk.sync.duration", "A sync of a file beside the database, such as the record's head.");
    private static readonly Histogram<double> s_job = Seconds("yakuba.job.duration", "A piece of long work.");
    private static readonly Counter<long> s_refusals = s_meter.CreateCounter<long>("yakuba.refusals", "{refusal}", "Refusals by their stable name.");
    private static readonly Counter<long> s_decisions = s_meter.CreateCounter<long>("yakuba.gate.decisions", "{text}", "Texts before the gate of personal data.");
    private static readonly Counter<long> s_files = s_meter.CreateCounter<long>("yakuba.import.files", "{file}", "Files that were to come in.");

    /// <summary>A question has ended.</summary>
    public static void Asked(string status, string channel, TimeSpan elapsed) => s_question.Record(elapsed.TotalSeconds, Status.Of(status), Door.Of(channel));

    /// <summary>Times one step of a question, and is its span.</summary>
    public static Timed Stepping(string step) => new(s_step, Step.Of(step), s_spans.StartActivity(step));

    /// <summary>Begins the span of a question; null where nobody listens.</summary>
    public static Activity? Question() => s_spans.StartActivity("question");

    /// <summary>Times a wait for the writer.</summary>
    internal static Timed Waiting() => new(s_wait, null, null);

    /// <summary>Times a commit.</summary>
    internal static Timed Committing() => new(s_commit, null, s_spans.StartActivity("commit"));

    /// <summary>Times a sync.</summary>
    internal static Timed Syncing() => new(s_sync, null, null);

    /// <summary>A piece of long work ended.</summary>
    internal static void Worked(string outcome, TimeSpan elapsed) => s_job.Record(elapsed.TotalSeconds, Outcome.Of(outcome));

    /// <summary>Something was refused. Problems are made once as static fields, so their names are a closed list.</summary>
    public static void Refused(Problem problem) => s_refusals.Add(1, new KeyValuePair<string, object?>("problem", problem.Name));

    /// <summary>The gate of personal data decided.</summary>
    public static void Decided(string decision) => s_decisions.Add(1, Decision.Of(decision));

    /// <summary>A file came in, or did not.</summary>
    public static void Arrived(string outcome) => s_files.Add(1, File.Of(outcome));

    /// <summary>Long work that waits.</summary>
    public static readonly Gauge JobsWaiting = Sum("yakuba.jobs.waiting", "{job}", "Pieces of long work that wait.");

    /// <summary>Long work that runs.</summary>
    public static readonly Gauge JobsRunning = Sum("yakuba.jobs.running", "{job}", "Pieces of long work that run.");

    /// <summary>Programs started to read files, since the start: more than files call for means that files end them.</summary>
    public static readonly Gauge WorkersStarted = Sum("yakuba.workers.started", "{process}", "Processes started to read files.");

    /// <summary>Entries of the record that no signed head covers yet.</summary>
    public static readonly Gauge Unsigned = Sum("yakuba.record.unsigned", "{entry}", "Entries that no signed head covers yet.");

    /// <summary>Age of the newest signed head.</summary>
    public static readonly Gauge HeadAge = new(s_meter, "yakuba.record.head.age", "s", "Age of the newest signed head; it grows while nothing is recorded.", all => all.Max());

    /// <summary>Whether questions can be answered.</summary>
    public static readonly Gauge Ready = new(s_meter, "yakuba.ready", "1", "1 when ready, 0 when something that /readyz names stands in the way.", all => all.Min());

    private static Histogram<double> Seconds(string name, string description) =>
        s_meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_seconds });

    private static Gauge Sum(string name, string unit, string description) => new(s_meter, name, unit, description, all => all.Sum());
}
