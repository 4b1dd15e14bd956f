namespace Yakuba.Evidence;

/// <summary>Web and mail addresses, telephone numbers, postal codes and lot numbers: written as digits and signs, so read before plain numbers.</summary>
internal static class Addresses
{
    private const string webSigns = ":/?#[]@!$&'*+,;=%-._~";

    internal static void Read(FactScan scan)
    {
        ReadLinks(scan);
        ReadDigitGroups(scan);
        ReadLots(scan);
    }

    private static void ReadLinks(FactScan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (scan.Has(i, "http://") || scan.Has(i, "https://") || scan.Has(i, "www."))
            {
                var end = i;
                while (end < text.Length && IsWeb(text[end]))
                {
                    end++;
                }

                var trimmed = text[i..end].TrimEnd('.', ',', '/', ';', ':');
                scan.Add(FactKind.Url, trimmed, i, i + trimmed.Length, "url");
                i = end - 1;
            }
            else if (text[i] == '@')
            {
                i = ReadMail(scan, i);
            }
        }
    }

    private static int ReadMail(FactScan scan, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && IsMail(scan.Text[start - 1]) && scan.IsFree(start - 1, start))
        {
            start--;
        }

        while (end < scan.Text.Length && IsMail(scan.Text[end]))
        {
            end++;
        }

        if (start < at && end > at + 1)
        {
            scan.Add(FactKind.Url, scan.Text[start..end].TrimEnd('.'), start, end, "mail");
        }

        return end - 1;
    }

    private static void ReadDigitGroups(FactScan scan)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && text[i] is not ('(' or '〒'))
            {
                continue;
            }

            var (end, digits, groups) = Group(text, i);
            if (digits.Length == 7 && groups == 2 && i > 0 && (text[i - 1] == '〒' || scan.Has(i - 2, "〒")))
            {
                scan.Add(FactKind.Number, "〒" + digits, i, end, "postal");
            }
            else if (digits.StartsWith('0') && digits.Length is >= 9 and <= 11 && groups >= 2)
            {
                scan.Add(FactKind.Phone, digits, i, end, "phone");
            }
            else if (groups == 3 && digits.Length <= 9)
            {
                scan.Add(FactKind.Number, text[i..end].Replace('‐', '-'), i, end, "lot");
            }
            else if (text[i] == '(')
            {
                continue;
            }

            i = Math.Max(i, end - 1);
        }
    }

    // Digits in groups parted by one hyphen or by parentheses: 0123-45-6789, (0123)45-6789, 0123(45)6789.
    private static (int End, string Digits, int Groups) Group(string text, int start)
    {
        Span<char> digits = stackalloc char[12];
        var (at, count, groups, inGroup) = (start, 0, 0, false);
        if (text[at] == '(')
        {
            at++;
        }

        for (; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                groups += inGroup ? 0 : 1;
                inGroup = true;
                if (count == digits.Length)
                {
                    return (at, "", 0);
                }

                digits[count++] = text[at];
            }
            else if (inGroup && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && text[at] is '-' or '‐' or '−' or '(' or ')')
            {
                inGroup = false;
            }
            else
            {
                break;
            }
        }

        return (Math.Max(at, start + 1), digits[..count].ToString(), groups);
    }

    // 1丁目2番3号 and 1-2-3 are the same lot.
    private static void ReadLots(FactScan scan)
    {
        foreach (var first in scan.Numbers)
        {
            var at = first.Start + first.Length;
            if (!scan.Has(at, "丁目") || !scan.TryNumber(at + 2, out var second))
            {
                continue;
            }

            var end = second.Start + second.Length;
            var canonical = $"{first.Value:0}-{second.Value:0}";
            var mark = scan.Has(end, "番地") ? 2 : scan.Has(end, "番") || scan.Has(end, "-") ? 1 : 0;
            if (mark > 0 && scan.TryNumber(scan.Has(end + mark, "の") ? end + mark + 1 : end + mark, out var third))
            {
                end = third.Start + third.Length;
                canonical += $"-{third.Value:0}";
                mark = scan.Has(end, "号") ? 1 : 0;
            }

            scan.Add(FactKind.Number, canonical, first.Start, end + mark, "lot");
        }
    }

    private static bool IsWeb(char c) => char.IsAsciiLetterOrDigit(c) || webSigns.Contains(c, StringComparison.Ordinal);

    private static bool IsMail(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
