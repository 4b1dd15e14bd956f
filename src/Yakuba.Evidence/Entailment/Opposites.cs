namespace Yakuba.Evidence;

/// <summary>Words that differ in one character which stands against its opposite: 増額 and 減額, 引き上げる and 引き下げる.</summary>
internal static class Opposites
{
    private const string pairs = "増減上下大小前後内外男女開閉入出有無高低多少新旧東西南北左右昼夜朝夕強弱長短公私単複正副親子買売貸借勝負加減進退始終送受押引乗降着脱可不要不";

    internal static bool Differ(string a, string b)
    {
        if (a.Length != b.Length || a.Length < 2)
        {
            return false;
        }

        var at = -1;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                if (at >= 0)
                {
                    return false;
                }

                at = i;
            }
        }

        return at >= 0 && AreOpposite(a[at], b[at]);
    }

    private static bool AreOpposite(char a, char b)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if ((pairs[i] == a && pairs[i + 1] == b) || (pairs[i] == b && pairs[i + 1] == a))
            {
                return true;
            }
        }

        return false;
    }
}
