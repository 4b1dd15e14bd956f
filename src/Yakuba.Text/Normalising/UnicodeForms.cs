using System.Globalization;

namespace Yakuba.Text;

/// <summary>
/// Decompositions, combining classes and compositions of Unicode, read once from the table inside the assembly. The framework's own
/// normalisation does nothing where no globalisation library is installed, and would differ from machine to machine where one is.
/// </summary>
/// <remarks>Source: Unicode Standard Annex 15; Hangul by the arithmetic of The Unicode Standard, section 3.12.</remarks>
internal static class UnicodeForms
{
    private const int HangulFirst = 0xac00, HangulLast = 0xd7a3, LeadFirst = 0x1100, VowelFirst = 0x1161, TailFirst = 0x11a7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    private static readonly Dictionary<int, int[]> s_decompositions = [];
    private static readonly Dictionary<int, byte> s_classes = [];
    private static readonly Dictionary<(int First, int Second), int> s_compositions = [];
    private static readonly HashSet<int> s_seconds = [];

    static UnicodeForms()
    {
        using var stream = typeof(UnicodeForms).Assembly.GetManifestResourceStream("unicode-forms.txt")
            ?? throw new InvalidOperationException("the assembly lacks unicode-forms.txt");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }

            var numbers = Array.ConvertAll(line[2..].Split(' '), n => int.Parse(n, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            Take(line[0], numbers);
        }
    }

    /// <summary>The full compatibility decomposition of a code point; empty if it stands for itself.</summary>
    internal static ReadOnlySpan<int> Decompose(int code, Span<int> hangul)
    {
        if (code is >= HangulFirst and <= HangulLast)
        {
            var index = code - HangulFirst;
            hangul[0] = LeadFirst + (index / (Vowels * Tails));
            hangul[1] = VowelFirst + (index / Tails % Vowels);
            hangul[2] = TailFirst + (index % Tails);
            return hangul[..(index % Tails == 0 ? 2 : 3)];
        }

        return s_decompositions.TryGetValue(code, out var parts) ? parts : [];
    }

    /// <summary>Canonical combining class, 0 to 254; 0 for a starter.</summary>
    internal static byte CombiningClass(int code) => s_classes.GetValueOrDefault(code);

    /// <summary>True if the code point may change or join with the one before it.</summary>
    internal static bool JoinsBackward(int code) =>
        s_classes.ContainsKey(code) || s_seconds.Contains(code) || code is >= VowelFirst and < TailFirst + Tails;

    /// <summary>The code point that two compose to; -1 if they stay two.</summary>
    internal static int Compose(int first, int second)
    {
        if (first is >= LeadFirst and < LeadFirst + Leads && second is >= VowelFirst and < VowelFirst + Vowels)
        {
            return HangulFirst + ((((first - LeadFirst) * Vowels) + (second - VowelFirst)) * Tails);
        }

        if (first is >= HangulFirst and <= HangulLast && (first - HangulFirst) % Tails == 0 && second is > TailFirst and < TailFirst + Tails)
        {
            return first + (second - TailFirst);
        }

        return s_compositions.GetValueOrDefault((first, second), -1);
    }

    private static void Take(char kind, int[] numbers)
    {
        switch (kind)
        {
            case 'D':
                s_decompositions[numbers[0]] = numbers[1..];
                break;
            case 'C':
                for (var code = numbers[1]; code <= numbers[2]; code++)
                {
                    s_classes[code] = (byte)numbers[0];
                }

                break;
            default:
                s_compositions[(numbers[0], numbers[1])] = numbers[2];
                s_seconds.Add(numbers[1]);
                break;
        }
    }
}
