namespace Yakuba.Evidence;

/// <summary>Another municipality that people come from, go to or work in is where they were, not whose rules they ask for: 若葉市から転入しました.</summary>
internal static class Movement
{
    private const int window = 16;

    private static readonly string[] particles = ["から", "より", "へ", "に", "で"];
    private static readonly string[] verbs = ["転入", "転出", "転居", "引っ越", "引越", "ひっこ", "移り", "移る", "移住", "来ま", "来た", "越して", "住んで", "住所", "住民票", "通勤", "通学", "勤め", "働い", "通って", "本籍", "戸籍", "出産", "里帰り", "離れて"];

    /// <summary>True when the words after <paramref name="end"/> tell of moving, living or working there.</summary>
    internal static bool IsAround(string question, int end)
    {
        foreach (var particle in particles)
        {
            if (!question.AsSpan(end).StartsWith(particle, StringComparison.Ordinal))
            {
                continue;
            }

            var after = question.AsSpan(end + particle.Length, Math.Min(window, question.Length - end - particle.Length));
            foreach (var verb in verbs)
            {
                if (after.Contains(verb, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
