namespace Yakuba.Evidence;

/// <summary>Cuts a run of words that ends in a head into municipality, distinctive part and head.</summary>
internal static class NameParts
{
    private static readonly string[] phraseLinks = ["に関する", "に係る", "についての", "のための", "を定める", "に対する", "における", "に伴う", "を推進する", "を支援する", "を促進する"];

    internal static NamedThing Build(TextReading reading, int first, int last, NameHead head, string municipality)
    {
        var tokens = reading.Tokens;
        var end = tokens[last].Start + tokens[last].Length;
        var phrase = head.Kind == NameKind.Ordinance ? PhraseStart(reading, tokens[first].Start) : -1;
        if (phrase >= 0 && phrase < tokens[first].Start)
        {
            while (first > 0 && tokens[first - 1].Start >= phrase)
            {
                first--;
            }

            first = AfterMunicipality(reading, first, last);
        }

        while (first < last && IsLeadingGeneral(tokens[first].Surface))
        {
            first++;
        }

        var start = tokens[first].Start;
        var headStart = Math.Max(start, end - head.Written.Length);
        var elements = Elements(reading, first, last, headStart, phrase >= 0);
        var general = elements.All(GeneralWords.IsModifier);
        return new NamedThing(head.Kind, reading.Value[start..end], general ? "" : reading.Value[start..headStart], head.Written, start, end - start)
        {
            Elements = general ? [] : elements,
            LeftNeighbour = phrase >= 0 ? "" : LeftNeighbour(reading, first),
            Municipality = municipality,
            IsPhrase = phrase >= 0,
        };
    }

    /// <summary>The noun that の or と joins to the name from the left: みどり in みどりの森公園.</summary>
    internal static string LeftNeighbour(TextReading reading, int first)
    {
        var tokens = reading.Tokens;
        if (first < 2 || tokens[first - 1].Surface is not ("の" or "と") || tokens[first - 1].Start + 1 != tokens[first].Start || !NounRun.IsPart(tokens[first - 2]))
        {
            return "";
        }

        var noun = tokens[first - 2].Surface;
        return GeneralWords.IsModifier(noun) || Words.IsNumber(tokens[first - 2]) ? "" : NameFold.Of(noun);
    }

    private static List<string> Elements(TextReading reading, int first, int last, int headStart, bool contentOnly)
    {
        var elements = new List<string>();
        for (var i = first; i <= last && reading.Tokens[i].Start < headStart; i++)
        {
            var token = reading.Tokens[i];
            var surface = reading.Value[token.Start..Math.Min(token.Start + token.Length, headStart)];
            if (surface is "・" or " " || (contentOnly && !Words.IsContent(token)))
            {
                continue;
            }

            elements.Add(NameFold.Of(surface));
        }

        return elements;
    }

    // 手話言語の普及に関する条例: the phrase runs back to the start of the sentence, a comma, a bracket or a topic.
    private static int PhraseStart(TextReading reading, int runStart)
    {
        foreach (var link in phraseLinks)
        {
            if (runStart < link.Length || !reading.Value.AsSpan(runStart - link.Length, link.Length).SequenceEqual(link))
            {
                continue;
            }

            var at = runStart - link.Length;
            while (at > 0 && reading.Value[at - 1] is not ('。' or '、' or '「' or '『' or '(' or '\n' or ' ' or '!' or '?' or ',' or ':') && !IsTopic(reading, at - 1))
            {
                at--;
            }

            return at;
        }

        return -1;
    }

    private static int AfterMunicipality(TextReading reading, int first, int last)
    {
        for (var i = first; i < Math.Min(first + 4, last); i++)
        {
            if (!NounRun.IsPart(reading.Tokens[i]))
            {
                return first;
            }

            if (i > first && reading.Tokens[i].Surface is "市" or "町" or "村" or "区" or "県")
            {
                return i + 1;
            }
        }

        return first;
    }

    private static bool IsTopic(TextReading reading, int at)
    {
        if (reading.Value[at] is not ('は' or 'が' or 'で'))
        {
            return false;
        }

        foreach (var token in reading.Tokens)
        {
            if (token.Start == at)
            {
                return token.Length == 1 && token.PartOfSpeech.StartsWith("助詞", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool IsLeadingGeneral(string surface) => surface is "当" or "本" or "同" or "各" or "他" or "前" or "市立" or "町立" or "村立" or "区立" or "県立" or "各種" or "立" or "市営" or "町営" or "県営" or "村営" or "・" or "-" or "ー" or "新たな" or "市内" or "町内";
}
