using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Yakuba.Platform.CommandLine;

/// <summary>What a command says: people's Japanese, or one JSON document with <c>--json</c>.</summary>
/// <param name="results">Standard output.</param>
/// <param name="remarks">Standard error: progress and problems.</param>
/// <param name="asJson">True with <c>--json</c>.</param>
/// <param name="showProgress">False where nobody watches, such as in a pipe.</param>
public sealed class CommandOutput(TextWriter results, TextWriter remarks, bool asJson, bool showProgress)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private bool _progressShown;

    /// <summary>True when the result is wanted as JSON.</summary>
    public bool AsJson { get; } = asJson;

    /// <summary>A line for people; nothing with <c>--json</c>.</summary>
    public void Line(string text = "")
    {
        if (!AsJson)
        {
            ClearProgress();
            results.WriteLine(text);
        }
    }

    /// <summary>The result as JSON; nothing without <c>--json</c>.</summary>
    public void Result<T>(T result)
    {
        if (AsJson)
        {
            results.WriteLine(JsonSerializer.Serialize(result, Json));
        }
    }

    /// <summary>How far long work has come, on one line that replaces itself.</summary>
    public void Progress(long done, long all, string note)
    {
        if (showProgress)
        {
            var share = all == 0 ? 0 : (int)(done * 20 / all);
            remarks.Write($"\r\e[K[{new string('#', share)}{new string('.', 20 - share)}] {done}/{all} {note}");
            remarks.Flush();
            _progressShown = true;
        }
    }

    /// <summary>A remark that is no result, such as where a file was written.</summary>
    public void Remark(string text)
    {
        ClearProgress();
        remarks.WriteLine(text);
    }

    /// <summary>Says the problem and gives the exit code that goes with it.</summary>
    public int Fail(Problem problem)
    {
        ClearProgress();
        if (AsJson)
        {
            results.WriteLine(JsonSerializer.Serialize(new { problem = problem.Name, message = problem.Message, detail = problem.Detail }, Json));
        }
        else
        {
            remarks.WriteLine($"できませんでした: {problem}");
            remarks.WriteLine($"  （{problem.Name}）");
        }

        return problem.ExitCode;
    }

    private void ClearProgress()
    {
        if (_progressShown)
        {
            remarks.Write("\r\e[K");
            remarks.Flush();
            _progressShown = false;
        }
    }
}
