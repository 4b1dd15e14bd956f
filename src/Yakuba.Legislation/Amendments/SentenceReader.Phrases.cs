using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <content>The quoted phrases behind 中, and the words between them.</content>
internal sealed partial class SentenceReader
{
    /// <summary>「A」を「B」に、「C」を「D」に改め、「E」及び「F」を削り、「G」の次に「H」を加える: as far as phrases follow each other.</summary>
    private bool Phrases(ImmutableArray<Place> scope)
    {
        var changes = ImmutableArray.CreateBuilder<PhraseChange>();
        do
        {
            if (!Group(changes))
            {
                return false;
            }
        }
        while (_text.AsSpan(_at).StartsWith("、「") && Take("、"));

        _steps.Add(new PhraseStep(scope, changes.ToImmutable()));
        return true;
    }

    /// <summary>Phrases up to a verb.</summary>
    private bool Group(ImmutableArray<PhraseChange>.Builder changes)
    {
        var open = new List<string>();
        while (Quoted() is { } quoted)
        {
            if (quoted.Length == 0)
            {
                return false;
            }

            open.Add(quoted);
            if (Between().Match(_text, _at) is { Success: true } between)
            {
                _at += between.Length;
                continue;
            }

            if (Remove().Match(_text, _at) is { Success: true } remove)
            {
                _at += remove.Length;
                changes.AddRange(open.Select(o => new PhraseChange(PhraseAct.Delete, o, "")));
                return true;
            }

            var act = Take("を") ? PhraseAct.Replace : Take("の次に") || Take("の下に") ? PhraseAct.AddAfter : Take("の前に") || Take("の上に") ? PhraseAct.AddBefore : (PhraseAct?)null;
            if (act is null || Quoted() is not { } other)
            {
                return false;
            }

            changes.AddRange(open.Select(o => new PhraseChange(act.Value, o, other)));
            open.Clear();
            if (EndOf(act.Value) is not { } ended)
            {
                return false;
            }

            if (ended)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True behind に改め or を加え, false behind に、 or を、 where more phrases follow; null where neither stands.</summary>
    private bool? EndOf(PhraseAct act)
    {
        var verb = act == PhraseAct.Replace ? Named().Match(_text, _at) : Attached().Match(_text, _at);
        var more = act == PhraseAct.Replace ? More().Match(_text, _at) : MoreAdded().Match(_text, _at);
        var match = verb.Success ? verb : more;
        _at += match.Length;
        return match.Success ? verb.Success : null;
    }

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,5}";

    [GeneratedRegex(@"\G(?:、|及び|並びに|から)")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(?:、|及び|並びに)(?=「)")]
    private static partial Regex Between();

    [GeneratedRegex(@"\Gを(?:それぞれ)?(?<n>" + N + ")[編章節款目条項号]ずつ繰り?(?<way>[上下])げる?")]
    private static partial Regex Move();

    [GeneratedRegex(@"\Gを(?:それぞれ)?削(?:り|る)")]
    private static partial Regex Remove();

    [GeneratedRegex(@"\Gを次のように改め(?:る)?")]
    private static partial Regex Rewrite();

    [GeneratedRegex(@"\Gと(?:する|し)")]
    private static partial Regex As();

    [GeneratedRegex(@"\Gに(?:それぞれ)?改め(?:る)?")]
    private static partial Regex Named();

    [GeneratedRegex(@"\Gを(?:それぞれ)?(?:加え(?:る)?|付(?:する|し)|付け(?:る)?)")]
    private static partial Regex Attached();

    [GeneratedRegex(@"\Gに(?:、|及び|並びに)(?=「)")]
    private static partial Regex More();

    [GeneratedRegex(@"\Gを(?:、|及び|並びに)(?=「)")]
    private static partial Regex MoreAdded();

    [GeneratedRegex(@"\G(?:の前に|に)?見出しとして(?=「)")]
    private static partial Regex Captioned();

    [GeneratedRegex(@"\G(?<where>の次に|の前に|に)(?:第" + N + "[条項号](?:の" + N + ")*(?:から第" + N + "[条項号]まで)?として)?(?:次の(?:(?<what>ただし書|各号|前文|(?:" + N + "(?:編|章|節|款|目))?(?:編名|章名|節名|款名|目名))|(?<n>" + N + ")(?<unit>別表|様式|附則|[編章節款目条項号表]|[ア-ン])|(?<unit>別表|様式|附則))を(?:加え(?:る)?|付(?:する|し))|(?:(?<what>後段)として)?次のように加え(?:る)?)")]
    private static partial Regex Addition();
}
