namespace Yakuba.Text;

/// <summary>Decides between hyphen and prolonged sound mark by what stands beside them.</summary>
internal static class JapaneseDashes
{
    /// <summary>In place: a hyphen between katakana becomes ー, a ー after a Latin letter or digit becomes a hyphen.</summary>
    internal static void Settle(Span<char> value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == 'ー' && char.IsAsciiLetterOrDigit(value[i - 1]))
            {
                value[i] = '-';
            }
            else if (value[i] == '-' && i + 1 < value.Length && CharacterFolding.IsKatakana(value[i - 1]) && CharacterFolding.IsKatakana(value[i + 1]))
            {
                value[i] = 'ー';
            }
        }
    }
}
