using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.Gate;

/// <summary>The words for documents that answer, but not on the day asked about.</summary>
internal static class TimeStops
{
    internal static Stop NotYet(FoundPassage p, DateOnly day) => new(
        AnswerStatus.NotYetInForce,
        (p.ValidFrom ?? p.Version.ValidFrom) is { } from
            ? $"「{p.Title}」に定めがありますが、{from.ToPeople()}からの内容です。{day.ToPeople()}にはまだ適用されません。"
            : $"「{p.Title}」に定めがありますが、{day.ToPeople()}にはまだ適用されません。")
    {
        NextSteps = NextSteps.To([p]),
    };

    internal static Stop NoLonger(FoundPassage p, DateOnly day) => new(
        AnswerStatus.NoLongerInForce,
        (p.ValidTo ?? p.Version.ValidTo) is { } to && to < day
            ? $"「{p.Title}」に定めがありましたが、{to.ToPeople()}までの内容です。現在は適用されません。"
            : $"「{p.Title}」は失効または廃止されています。現在は適用されません。")
    {
        NextSteps = NextSteps.To([p]),
    };
}
