using Yakuba.Office.Library;
using Yakuba.Office.Library.Catalogue;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>Adds answers up for one section and one reader.</summary>
/// <param name="family">Codes of the section and of those whose duties it took over.</param>
/// <param name="members">Ids of its people.</param>
/// <param name="card">The card of a version that the reader may read; null for others.</param>
/// <param name="reader">Id of the reader.</param>
internal sealed class HandoverTally(IReadOnlySet<string> family, IReadOnlySet<string> members, Func<uint, VersionCard?> card, string reader)
{
    private const int MostPlaces = 20;
    private const int MostDocuments = 100;
    private const int MostOpen = 500;

    private readonly Dictionary<AnswerStatus, int> _endings = [];
    private readonly Dictionary<string, int> _doors = [];
    private readonly Dictionary<string, (Citation First, int Count)> _places = [];
    private readonly Dictionary<uint, (int Count, int Wrong, int Outdated)> _documents = [];
    private readonly List<HandoverOpen> _open = [];
    private int _questions;

    internal void Add(HandoverRow row)
    {
        var seen = row.Answer.Citations.Where(c => card(c.Version) is not null).ToList();
        var own = seen.Where(c => card(c.Version) is { } now && family.Contains(now.Rights.Section)).ToList();
        if (own.Count == 0 && !row.Answer.NextSteps.Any(s => family.Contains(s.Section)) && !members.Contains(row.AskedBy))
        {
            return;
        }

        _questions++;
        _endings[row.Answer.Status] = _endings.GetValueOrDefault(row.Answer.Status) + 1;
        _doors[row.Channel] = _doors.GetValueOrDefault(row.Channel) + 1;
        foreach (var citation in own.DistinctBy(c => (c.Version, c.Passage)))
        {
            var key = $"{citation.Version}:{citation.Passage}";
            _places[key] = (citation, _places.GetValueOrDefault(key).Count + 1);
        }

        foreach (var version in own.Select(c => c.Version).Distinct())
        {
            var (count, wrong, outdated) = _documents.GetValueOrDefault(version);
            _documents[version] = (count + 1, wrong + (row.Judged == "wrong" ? 1 : 0), outdated + (row.Judged == "outdated" ? 1 : 0));
        }

        // What was refused for what it held is no open question.
        if (row.Judged.Length > 0 || row.Answer.Status is not (AnswerStatus.Answered or AnswerStatus.Blocked))
        {
            var isOwn = row.AskedBy == reader;
            _open.Add(new HandoverOpen(
                row.AskedAt, row.Answer.Status.ToName(), row.Judged switch { "wrong" => "違う", "outdated" => "古い", _ => "" }, isOwn ? row.Answer.Id : "", isOwn ? row.Question : "",
                row.Answer.RecordIndex, string.Join("、", seen.Select(c => c.Title).Distinct().Take(3))));
        }
    }

    internal HandoverReport Into(HandoverReport report) => report with
    {
        Questions = _questions,
        Endings = [.. _endings.OrderBy(e => e.Key).Select(e => new HandoverCount(e.Key.ToName(), e.Value))],
        Doors = [.. _doors.OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => new HandoverCount(Door(d.Key), d.Value))],
        Frequent = [.. _places.Values.OrderByDescending(p => p.Count).ThenBy(p => p.First.Title, StringComparer.Ordinal).ThenBy(p => p.First.Passage).Take(MostPlaces)
            .Select(p => new HandoverPlace(p.First.Version, p.First.Title, p.First.Question.Length > 0 ? p.First.Question : p.First.Place, DocumentLinks.At(p.First.Version, p.First.Key), p.Count))],
        Documents = [.. _documents.OrderByDescending(d => d.Value.Count).ThenBy(d => d.Key).Take(MostDocuments)
            .Select(d => new HandoverDocument(d.Key, card(d.Key)!.Title, card(d.Key)!.Rights.State.ToKey(), d.Value.Count, d.Value.Wrong, d.Value.Outdated))],
        Open = [.. _open.OrderByDescending(o => o.At).Take(MostOpen)],
    };

    private static string Door(string channel) => channel switch
    {
        "citizen" => "住民の画面",
        "staff" => "職員の画面",
        "api" => "API",
        "command" => "コマンド",
        _ => channel,
    };
}
