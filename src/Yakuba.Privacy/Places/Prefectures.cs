namespace Yakuba.Privacy;

/// <summary>The 47 prefectures, and what looks like one in examples (見本県).</summary>
internal static class Prefectures
{
    private static readonly HashSet<string> s_names =
    [
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県",
        "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県",
        "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the prefecture that begins at a place; 0 if none does.</summary>
    internal static int LengthAt(string text, int at)
    {
        for (var length = 3; length <= 4 && at >= 0 && at + length <= text.Length; length++)
        {
            var end = text[at + length - 1];
            if (end is '都' or '道' or '府' or '県' && (s_lookup.Contains(text.AsSpan(at, length)) || (end == '県' && IsKanji(text.AsSpan(at, length)))))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsKanji(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!Letters.IsKanji(letter))
            {
                return false;
            }
        }

        return true;
    }
}
