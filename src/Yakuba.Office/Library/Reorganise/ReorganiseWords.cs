using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Plans and reorganisations in people's words, for pages and commands.</summary>
internal static class ReorganiseWords
{
    /// <summary>What a reorganisation does, in one line.</summary>
    internal static string Title(ReorganiseSections request, IReadOnlyList<Section> all, Words words)
    {
        var from = string.Join("、", request.From.Select(Name));
        var into = request.Name.Length > 0 ? request.Name : Name(request.Into);
        return request.Kind switch
        {
            ReorganisationKind.Rename => Name(request.From[0]) is var was && was != request.Name // once it is done, the section has the new name
                ? words[$"改称: {was}を「{request.Name}」に", $"Rename {was} to {request.Name}"]
                : words[$"改称: 「{request.Name}」（{request.From[0]}）", $"Rename {request.From[0]} to {request.Name}"],
            ReorganisationKind.Merge => words[$"統合: {from}を「{into}」に", $"Merge {from} into {into}"],
            ReorganisationKind.Split => words[$"分割: {from}の一部を「{into}」に", $"Split {from}: a part goes to {into}"],
            _ when into.Length > 0 => words[$"廃止: {from}（「{into}」が引き継ぐ）", $"Close {from}; {into} takes over"],
            _ => words[$"廃止: {from}", $"Close {from}"],
        };

        string Name(string code) => all.FirstOrDefault(s => s.Code == code)?.Name ?? code;
    }

    /// <summary>What moves.</summary>
    internal static IReadOnlyList<FactLine> Facts(ReorganisationPlan plan, Words words)
    {
        var facts = new List<FactLine>();
        if (plan.Request.Kind == ReorganisationKind.Rename)
        {
            facts.Add(new(words["今の名前", "Name now"], plan.Sections.First(s => s.Code == plan.Request.From[0]).Name));
            return facts;
        }

        facts.Add(new(words["移る文書", "Documents that move"], words[$"{plan.Documents}件", $"{plan.Documents}"]));
        facts.Add(new(words["移る職員", "People who move"], words[$"{plan.People}人", $"{plan.People}"]));
        if (plan.Shares > 0)
        {
            facts.Add(new(words["共有が付いて移る他の課の文書", "Documents of others whose readers change"], words[$"{plan.Shares}件", $"{plan.Shares}"]));
        }

        if (plan.Made is { } made)
        {
            facts.Add(new(words["新しくできる課", "New section"], $"{made.Name}（{made.Code}）"));
        }

        return facts;
    }

    /// <summary>What to know before.</summary>
    internal static IReadOnlyList<string> Notes(ReorganisationPlan plan, Words words)
    {
        var notes = new List<string> { words["前の課の名前は残り、検索・絞り込み・過去の記録からたどれます。", "Old names stay known to search, filters and old records."] };
        if (plan.Request.Kind == ReorganisationKind.Split && plan.Staying > 0)
        {
            notes.Add(words[$"選ばなかった文書{plan.Staying}件は、今の課に残ります。", $"{plan.Staying} documents that were not chosen stay."]);
        }

        if (plan.DirectoryPeople > 0)
        {
            notes.Add(plan.Request.Kind == ReorganisationKind.Split
                ? words[$"移る職員のうち{plan.DirectoryPeople}人は、庁内のディレクトリで所属が決まります。サインインのたびに元へ戻るので、設定「グループの対応」も変更してください。", $"{plan.DirectoryPeople} of them get their section from the directory at each sign-in: change the mapping of groups too."]
                : words[$"移る職員のうち{plan.DirectoryPeople}人は、庁内のディレクトリで所属が決まります。設定「グループの対応」に残る前の課は、引き継ぐ課として扱います。", $"{plan.DirectoryPeople} of them get their section from the directory: the old section there counts as the one that takes over."]);
        }

        notes.Add(words["実行したあとも、ほかの変更が重なるまでは元に戻せます。", "It can be taken back until something else depends on it."]);
        return notes;
    }
}
