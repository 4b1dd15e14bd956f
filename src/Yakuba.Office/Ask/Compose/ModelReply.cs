using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Reads a reply while it is being written: each sentence is given out as soon as its own object is closed, whatever stands around it.</summary>
internal sealed partial class ModelReply
{
    private const int DeepestNesting = 8;
    private const int MostSentences = 12;
    private const string ThoughtBegins = "<think>";
    private const string ThoughtEnds = "</think>";

    private readonly StringBuilder _text = new();
    private readonly Stack<int> _open = new();
    private int _at;
    private int _given;
    private bool _inString;
    private bool _escaped;
    private bool _hasEnvelope;
    private bool _broken;

    /// <summary>True once the outermost object was closed: what comes after does not matter.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>True when the model said that it cannot answer.</summary>
    internal bool CannotAnswer { get; private set; }

    /// <summary>True when the reply was of the form asked for.</summary>
    internal bool KeptForm => IsComplete && _hasEnvelope && !_broken;

    /// <summary>Takes a piece.</summary>
    /// <returns>The sentences that it completes.</returns>
    internal IReadOnlyList<DraftSentence> Take(string piece)
    {
        if (IsComplete)
        {
            return [];
        }

        _text.Append(piece);
        var done = new List<DraftSentence>();
        var text = _text.ToString(_at, _text.Length - _at);
        for (var i = 0; i < text.Length && !IsComplete; i++, _at++)
        {
            if (_open.Count == 0 && text[i] == '<' && Thought(text.AsSpan(i)) is var skip and not 0)
            {
                if (skip < 0)
                {
                    return done; // the thought, or its mark, is not finished
                }

                (i, _at) = (i + skip - 1, _at + skip - 1);
                continue;
            }

            if (Step(text[i]) is { } sentence && _given < MostSentences)
            {
                _given++;
                done.Add(sentence);
            }
        }

        return done;
    }

    /// <summary>What can be read from a reply that is no JSON at all: sentences that name evidence in brackets.</summary>
    internal IReadOnlyList<DraftSentence> End()
    {
        var text = _text.ToString();
        return _given > 0 || IsComplete || text.Contains('{')
            ? []
            : [.. SentenceCutter.Cut(NamedAfter().Replace(text, "$1。")).Select(s => new DraftSentence(s, [.. Named().Matches(s).SelectMany(m => Numbers(m.Groups[1].Value))])).Where(d => d.Evidence.Count > 0).Take(MostSentences)];
    }

    private DraftSentence? Step(char c)
    {
        if (_inString)
        {
            _inString = _escaped || c != '"';
            _escaped = !_escaped && c == '\\';
            return null;
        }

        switch (c)
        {
            case '"' when _open.Count > 0:
                _inString = true;
                return null;
            case '{':
                _open.Push(_at);
                _broken |= _open.Count > DeepestNesting;
                return null;
            case '}' when _open.Count > 0:
                var start = _open.Pop();
                IsComplete = _open.Count == 0;
                return _open.Count < DeepestNesting ? Read(_text.ToString(start, _at - start + 1)) : null;
            default:
                return null;
        }
    }

    private DraftSentence? Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = parsed.RootElement;
            if (root.TryGetProperty("sentences", out _) || root.TryGetProperty("cannot_answer", out _))
            {
                _hasEnvelope = true;
                CannotAnswer = root.TryGetProperty("cannot_answer", out var cannot) && cannot.ValueKind == JsonValueKind.True;
                return null;
            }

            return root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? new DraftSentence(text.GetString()!, root.TryGetProperty("evidence", out var evidence) ? Evidence(evidence) : [])
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the second: a string of half a surrogate pair
        {
            _broken = true;
            return null;
        }
    }

    // Asked for integers, models also write "1", "[1]" or one number without a list.
    private static IReadOnlyList<int> Evidence(JsonElement evidence) => evidence.ValueKind switch
    {
        JsonValueKind.Array => [.. evidence.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.Number or JsonValueKind.String).SelectMany(Evidence)],
        JsonValueKind.Number => evidence.TryGetInt32(out var n) ? [n] : [],
        JsonValueKind.String => [.. Numbers(evidence.GetString()!)],
        _ => [],
    };

    private static IEnumerable<int> Numbers(string text) => Number().Matches(text).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture));

    /// <returns>Length of a whole thought at the start of the text; 0 for none, −1 when more must come first.</returns>
    private static int Thought(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(ThoughtBegins))
        {
            return ThoughtBegins.AsSpan().StartsWith(text) ? -1 : 0;
        }

        var end = text.IndexOf(ThoughtEnds);
        return end < 0 ? -1 : end + ThoughtEnds.Length;
    }

    [GeneratedRegex(@"[\[［【（(](?:資料|根拠|出典)?\s*([0-9]{1,2}(?:\s*[,、]\s*[0-9]{1,2})*)[\]］】）)]")]
    private static partial Regex Named();

    // 「…です。[1]」: the numbers belong to the sentence before them.
    [GeneratedRegex(@"。\s*((?:[\[［【][^\]］】\n]{1,20}[\]］】])+)")]
    private static partial Regex NamedAfter();

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Number();
}
