using System.Globalization;
using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Api.Mcp;

/// <summary>Arguments of a tool call, which come from outside and are believed only after a look.</summary>
internal sealed class McpArguments(IDictionary<string, JsonElement>? values)
{
    /// <summary>The first thing that was wrong; null while nothing was.</summary>
    internal Problem? Problem { get; private set; }

    internal string Text(string name)
    {
        try
        {
            if (values?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
        }

        Problem ??= ApiProblems.BadArgument.With(name);
        return "";
    }

    internal int Number(string name, int @default, int least, int most)
    {
        if (values?.TryGetValue(name, out var value) != true || value.ValueKind == JsonValueKind.Null)
        {
            return @default;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem ??= ApiProblems.BadArgument.With($"{name}: {least}〜{most}");
        return @default;
    }

    internal DateOnly? Day(string name)
    {
        if (values?.TryGetValue(name, out var value) != true || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Problem ??= ApiProblems.BadArgument.With($"{name}: yyyy-MM-dd");
        return null;
    }
}
