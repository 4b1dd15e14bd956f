namespace Yakuba.Prose;

/// <summary>Which brackets of a line belong together; one without its other half holds nothing.</summary>
internal static class Brackets
{
    internal const string Openers = "「『（(【〔［[｛{〈《“";
    internal const string Closers = "」』）)】〕］]｝}〉》”";

    /// <summary>Marks what stands in quotation marks and in brackets, line by line.</summary>
    internal static void Mark(string text, Marks[] marks)
    {
        var open = new Stack<int>();
        var roles = new sbyte[text.Length]; // 2 and -2: quotation, 1 and -1: brackets
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n')
            {
                open.Clear();
            }
            else if (Openers.Contains(letter))
            {
                open.Push(at);
            }
            else if (Closers.IndexOf(letter) is >= 0 and var kind)
            {
                Close(text, at, kind, open, roles);
            }
        }

        var (quotes, brackets) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            quotes += roles[at] == -2 ? -1 : 0;
            brackets += roles[at] == -1 ? -1 : 0;
            marks[at] |= (quotes > 0 ? Marks.Quoted : Marks.None) | (brackets > 0 ? Marks.Bracketed : Marks.None) | (roles[at] != 0 ? Marks.Matched : Marks.None);
            quotes += roles[at] == 2 ? 1 : 0;
            brackets += roles[at] == 1 ? 1 : 0;
        }
    }

    private static void Close(string text, int at, int kind, Stack<int> open, sbyte[] roles)
    {
        // An opener that is never closed must not keep those around it from closing; a few are looked past, so that time stays linear.
        var skipped = 0;
        foreach (var candidate in open)
        {
            if (Openers[kind] == text[candidate])
            {
                for (var drop = 0; drop <= skipped; drop++)
                {
                    open.Pop();
                }

                var role = (sbyte)(kind is 0 or 1 ? 2 : 1);
                (roles[candidate], roles[at]) = (role, (sbyte)-role);
                return;
            }

            if (++skipped == 2)
            {
                return;
            }
        }
    }
}
