namespace Yakuba.Text;

/// <summary>What spaces, digits and signs part: stretches of Japanese, and of Latin letters.</summary>
internal static class Stretches
{
    /// <summary>All of a text, in order.</summary>
    /// <param name="normal">In normal form.</param>
    internal static IReadOnlyList<(int Start, int Length)> Of(string normal)
    {
        var found = new List<(int Start, int Length)>();
        for (var at = 0; at < normal.Length;)
        {
            var end = at;
            while (end < normal.Length && Kind(normal[end]) == Kind(normal[at]))
            {
                end++;
            }

            if (Kind(normal[at]) is not Script.None)
            {
                found.Add((at, end - at));
            }

            at = end;
        }

        return found;
    }

    private static Script Kind(char letter) => letter switch
    {
        (>= '\u3041' and <= '\u30FA') or 'ー' or (>= '\u3400' and <= '\u9FFF') or '々' => Script.Japanese,
        _ when char.IsAsciiLetter(letter) || letter is 'ā' or 'ī' or 'ū' or 'ē' or 'ō' => Script.Latin,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Japanese,
        Latin,
    }
}
