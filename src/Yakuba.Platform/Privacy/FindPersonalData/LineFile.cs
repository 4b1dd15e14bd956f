using System.Text;
using System.Text.Json;
using Yakuba.Platform.CommandLine;
using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.FindPersonalData;

/// <summary>JSONL in, JSONL out: <c>{"id","text"}</c> a line becomes <c>{"id","spans":[{"start","end","type"}]}</c>, offsets in UTF-16 code units.</summary>
internal static class LineFile
{
    internal static int Run(CommandOutput output, PersonalDataReader reader, string file, string target)
    {
        if (!Read(file, reader).TryGet(out var lines, out var problem))
        {
            return output.Fail(problem);
        }

        try
        {
            File.WriteAllLines(target, lines.Select(Line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return output.Fail(PrivacyProblems.CannotWrite.With(target));
        }

        var found = lines.Sum(line => line.Data.Count);
        output.Line($"{lines.Count}行から{found}件を見つけ、{target}に書きました。");
        output.Result(new { lines = lines.Count, found, output = target });
        return 0;
    }

    /// <summary>All lines are read before anything is written, so that a bad line leaves no half result.</summary>
    private static Result<IReadOnlyList<ReadLine>> Read(string file, PersonalDataReader reader)
    {
        var lines = new List<ReadLine>();
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(file, new UTF8Encoding(false, throwOnInvalidBytes: true)))
            {
                number++;
                if (line.Length > 0)
                {
                    using var json = JsonDocument.Parse(line);
                    lines.Add(new ReadLine(json.RootElement.GetProperty("id").GetString()!, reader.Read(json.RootElement.GetProperty("text").GetString()!)));
                }
            }

            return lines;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            return PrivacyProblems.Line.With($"{number}行目");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return PrivacyProblems.CannotRead.With(file);
        }
    }

    private static string Line(ReadLine line)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteStartArray("spans");
            foreach (var datum in line.Data)
            {
                json.WriteStartObject();
                json.WriteNumber("start", datum.Start);
                json.WriteNumber("end", datum.End);
                json.WriteString("type", datum.Kind.Code());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private sealed record ReadLine(string Id, IReadOnlyList<PersonalDatum> Data);
}
