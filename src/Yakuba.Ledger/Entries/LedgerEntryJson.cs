using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Yakuba.Ledger;

/// <summary>The members of an entry, version 1; the table is docs/formats/ledger.md. What is empty is left out.</summary>
internal static class LedgerEntryJson
{
    private const long Version = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal static JsonObject Write(LedgerEntry entry)
    {
        var json = new JsonObject
        {
            ["v"] = Version,
            ["time"] = entry.Time.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["actor"] = entry.Actor,
            ["action"] = entry.Action,
            ["request"] = entry.Request,
        };
        AddIfAny(json, "roles", entry.Roles.Select(role => (JsonNode?)role));
        AddIfAny(json, "passages", entry.Passages.Select(p => new JsonObject { ["id"] = p.Id, ["hash"] = p.Hash.ToString(), ["label"] = p.Label }));
        AddIfAny(json, "verdicts", entry.Verdicts.Select(Write));
        AddIfAny(json, "commitments", entry.Commitments.Select(c => KeyValuePair.Create(c.Key, c.Value.ToString())));
        AddIfAny(json, "facts", entry.Facts);
        AddIfAny(json, "prompt", entry.Prompt);
        AddIfAny(json, "policy", entry.Policy);
        if (entry.Model is { } model)
        {
            var used = new JsonObject { ["name"] = model.Name };
            AddIfAny(used, "file", model.File?.ToString());
            json["model"] = used;
        }

        return json;
    }

    /// <returns>False when a member is missing or of the wrong kind. Ranges and unknown members are the caller's to check.</returns>
    internal static bool TryRead(JsonNode? json, [NotNullWhen(true)] out LedgerEntry? entry)
    {
        entry = null;
        try
        {
            if (json is not JsonObject members || members["v"]?.GetValue<long>() != Version)
            {
                return false;
            }

            entry = Read(members);
            return true;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            // A member of the wrong kind or spelling: the document model reports it by throwing.
            return false;
        }
    }

    private static LedgerEntry Read(JsonObject members) => new()
    {
        Time = DateTimeOffset.ParseExact(Text(members, "time"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Actor = Text(members, "actor"),
        Action = Text(members, "action"),
        Request = Text(members, "request"),
        Roles = [.. Items(members, "roles").Select(role => role.GetValue<string>())],
        Passages = [.. Items(members, "passages").Select(p => new PassageUsed(Text(p, "id"), Hash(Text(p, "hash")), Text(p, "label")))],
        Verdicts = [.. Items(members, "verdicts").Select(v => new Verdict(Text(v, "check"), Text(v, "outcome"), v["reason"]?.GetValue<string>() ?? ""))],
        Commitments = Map(members, "commitments").ToDictionary(c => c.Key, c => Hash(c.Value)),
        Facts = Map(members, "facts"),
        Prompt = members["prompt"]?.GetValue<string>(),
        Policy = members["policy"]?.GetValue<string>(),
        Model = members["model"] is { } model
            ? new ModelUsed(Text(model, "name"), model["file"] is { } file ? Hash(file.GetValue<string>()) : null)
            : null,
    };

    private static JsonObject Write(Verdict verdict)
    {
        var json = new JsonObject { ["check"] = verdict.Check, ["outcome"] = verdict.Outcome };
        if (verdict.Reason.Length > 0)
        {
            json["reason"] = verdict.Reason;
        }

        return json;
    }

    private static void AddIfAny(JsonObject json, string name, IEnumerable<JsonNode?> items)
    {
        if (items.ToArray() is { Length: > 0 } array)
        {
            json[name] = new JsonArray(array);
        }
    }

    private static void AddIfAny(JsonObject json, string name, IEnumerable<KeyValuePair<string, string>> map)
    {
        if (map.ToArray() is { Length: > 0 } pairs)
        {
            json[name] = new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }
    }

    private static void AddIfAny(JsonObject json, string name, string? text)
    {
        if (text is not null)
        {
            json[name] = text;
        }
    }

    private static string Text(JsonNode node, string name) =>
        node[name]?.GetValue<string>() ?? throw new FormatException($"{name} is missing.");

    private static IEnumerable<JsonNode> Items(JsonObject members, string name) =>
        members[name]?.AsArray().Select(NotNull) ?? [];

    private static Dictionary<string, string> Map(JsonObject members, string name) =>
        members[name]?.AsObject().ToDictionary(pair => pair.Key, pair => NotNull(pair.Value).GetValue<string>()) ?? [];

    private static JsonNode NotNull(JsonNode? node) => node ?? throw new FormatException("null stands where a value belongs.");

    private static TreeHash Hash(string base64) =>
        TreeHash.TryParse(base64, out var hash) ? hash : throw new FormatException("A hash is not base64 of 32 bytes.");
}
