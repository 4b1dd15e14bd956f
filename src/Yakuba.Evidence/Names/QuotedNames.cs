namespace Yakuba.Evidence;

/// <summary>Names in 「」 and 『』. Their head, if they have one, still tells their kind.</summary>
internal static class QuotedNames
{
    private const int longest = 60;

    internal static void Read(TextReading reading, List<NamedThing> names)
    {
        var value = reading.Value;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is not ('「' or '『'))
            {
                continue;
            }

            var close = value.IndexOf(value[i] == '「' ? '」' : '』', i + 1, Math.Min(longest, value.Length - i - 1));
            if (close > i + 1 && value.AsSpan(i + 1, close - i - 1).IndexOfAny('。', '?', '\n') < 0)
            {
                var text = value[(i + 1)..close];
                var head = NameHeads.EndOf(text);
                var distinctive = head is null ? text : text[..^head.Written.Length];
                names.Add(new NamedThing(NameKind.Quoted, text, distinctive, head?.Written ?? "", i + 1, text.Length) { Elements = distinctive.Length == 0 ? [] : [NameFold.Of(distinctive)] });
                i = close;
            }
        }
    }
}
