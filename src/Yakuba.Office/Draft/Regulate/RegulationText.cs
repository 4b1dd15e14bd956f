using System.Globalization;
using System.Text.RegularExpressions;
using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Draft.Regulate;

/// <summary>The rules of documents as people write them, a line for each.</summary>
/// <param name="Posts">課 職 利用者名 [代決 利用者名]; for the whole municipality 全体 in the place of the section.</param>
/// <param name="Routes">名前：職→職（2日）→… ; 合議：職.</param>
/// <param name="Numbers">種類＝形 [（暦年）]; ＊＝形; 略称 課＝略.</param>
/// <param name="MayApproveOwn">Whether an author may approve the own draft.</param>
public sealed partial record RegulationText(string Posts, string Routes, string Numbers, bool MayApproveOwn)
{
    private const int Longest = 40_000;
    private const int MostStops = 20;

    /// <summary>Reads the rules. Nothing of them counts where one line cannot be read.</summary>
    /// <param name="number">Their number.</param>
    /// <param name="sections">All sections.</param>
    /// <param name="list">Finds a section by name.</param>
    /// <param name="people">Everybody with an account.</param>
    public Result<Regulation> Read(int number, IReadOnlyList<Section> sections, SectionList list, IReadOnlyList<Account> people)
    {
        if (Posts.Length + Routes.Length + Numbers.Length > Longest)
        {
            return DraftProblems.RegulationTooLong;
        }

        var posts = new List<Post>();
        foreach (var (line, at) in Lines(Posts))
        {
            if (!Holder(line, sections, list, people).TryGet(out var post, out var problem))
            {
                return problem.With($"職 {at}行目: {line}{(problem.Detail.Length > 0 ? $"（{problem.Detail}）" : "")}");
            }

            if (posts.Exists(p => p.Section == post.Section && p.Title == post.Title))
            {
                return DraftProblems.PostTwice.With($"職 {at}行目: {line}");
            }

            posts.Add(post);
        }

        var routes = new Dictionary<string, IReadOnlyList<RouteStop>>();
        foreach (var (line, at) in Lines(Routes))
        {
            if (RouteForm().Match(line) is not { Success: true } match || Stops(match.Groups[2].Value) is not { } stops || !routes.TryAdd(match.Groups[1].Value.Trim(), stops))
            {
                return DraftProblems.RouteForm.With($"経路 {at}行目: {line}");
            }
        }

        var (numbers, shortNames) = (new Dictionary<string, NumberRule>(), new Dictionary<string, string>());
        foreach (var (line, at) in Lines(Numbers))
        {
            if (!Numbering(line, sections, list, numbers, shortNames))
            {
                return DraftProblems.NumberForm.With($"番号 {at}行目: {line}");
            }
        }

        var read = new Regulation(number, posts, routes, numbers, shortNames, MayApproveOwn);
        foreach (var route in routes.Keys)
        {
            if (read.StopsOf(route).Problem is { } loop)
            {
                return loop;
            }
        }

        return read;
    }

    private static Result<Post> Holder(string line, IReadOnlyList<Section> sections, SectionList list, IReadOnlyList<Account> people)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not ([_, _, _] or [_, _, _, "代決", _]))
        {
            return DraftProblems.PostForm;
        }

        var section = "*";
        if (words[0] is not ("全体" or "*" or "＊"))
        {
            if (!list.Find(sections, words[0]).TryGet(out var found, out var problem))
            {
                return problem;
            }

            section = found.Code;
        }

        var named = words.Where((_, i) => i is 2 or 4).Select(name => people.FirstOrDefault(p => p.UserName == name || p.DisplayName == name)?.Id ?? "").ToList();
        return named.Contains("") ? DraftProblems.PostPerson : new Post(section, words[1], named[0], named.ElementAtOrDefault(1) ?? "");
    }

    private static List<RouteStop>? Stops(string text)
    {
        var stops = new List<RouteStop>();
        foreach (var stop in text.Split(['→', '⇒']))
        {
            if (StopForm().Match(stop.Trim()) is not { Success: true } match || stops.Count == MostStops)
            {
                return null;
            }

            stops.Add(new RouteStop(match.Groups[1].Value, match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0));
        }

        return stops;
    }

    private static bool Numbering(string line, IReadOnlyList<Section> sections, SectionList list, Dictionary<string, NumberRule> numbers, Dictionary<string, string> shortNames)
    {
        if (NumberForm().Match(line) is not { Success: true } match)
        {
            return false;
        }

        var (name, value) = (match.Groups[1].Value.Trim(), match.Groups[2].Value.Trim());
        if (name.StartsWith("略称", StringComparison.Ordinal))
        {
            return value.Length is > 0 and <= 10 && list.Find(sections, name[2..].Trim()).TryGet(out var section, out _) && shortNames.TryAdd(section.Code, value);
        }

        var known = TemplateCheck.HouseFields.Concat(TemplateCheck.NumberFields).ToHashSet(StringComparer.Ordinal);
        return (value.Length == 0 || value.Split("{番号}").Length == 2) && !TemplateCheck.Unknown(value, known).Any()
            && numbers.TryAdd(name is "＊" ? "*" : name, new NumberRule(value, match.Groups[3].Success));
    }

    private static IEnumerable<(string Line, int At)> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(l => l.Item1.Length > 0);

    [GeneratedRegex("^([^：:→]{1,30})[：:](.+)$")]
    private static partial Regex RouteForm();

    [GeneratedRegex("^([^（(→：:]{1,30}?)\\s*(?:[（(]([0-9]{1,3})日[）)])?$")]
    private static partial Regex StopForm();

    [GeneratedRegex("^([^＝=]{1,40})[＝=](.*?)([（(]暦年[）)])?$")]
    private static partial Regex NumberForm();
}
