namespace Yakuba.Documents;

/// <summary>A page of grey shades.</summary>
internal sealed record GreyPage(int Width, int Height, ReadOnlyMemory<byte> Shades)
{
    /// <summary>Shades (of 255) by which two drawings of one dot may differ.</summary>
    private const int SameShade = 32;

    /// <summary>Shades (of 255) by which ink stands out clearly.</summary>
    private const int Clear = 50;

    /// <summary>Reads pictures in portable grey map form (P5), one after the other; stops at what is none.</summary>
    internal static IEnumerable<GreyPage> Read(byte[] bytes)
    {
        var at = 0;
        while (at + 2 < bytes.Length && bytes[at] == 'P' && bytes[at + 1] == '5')
        {
            at += 2;
            if (Number(bytes, ref at) is not { } width || Number(bytes, ref at) is not { } height || Number(bytes, ref at) is null)
            {
                yield break;
            }

            at++;
            if ((long)width * height > bytes.Length - at)
            {
                yield break;
            }

            yield return new GreyPage(width, height, bytes.AsMemory(at, width * height));
            at += width * height;
        }
    }

    /// <summary>Difference of the lightest and the darkest dot in a box; 255 for a box outside the page.</summary>
    internal int Contrast(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, Width), Math.Min(bottom, Height));
        if (left >= right || top >= bottom)
        {
            return byte.MaxValue;
        }

        byte darkest = byte.MaxValue, lightest = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var shade in Shades.Span.Slice((y * Width) + left, right - left))
            {
                darkest = Math.Min(darkest, shade);
                lightest = Math.Max(lightest, shade);
            }
        }

        return lightest - darkest;
    }

    /// <summary>The shade that most dots of a box have; 255 for a box outside the page.</summary>
    internal int Ground(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, Width), Math.Min(bottom, Height));
        var counts = new int[256];
        for (var y = top; y < bottom && left < right; y++)
        {
            foreach (var shade in Shades.Span.Slice((y * Width) + left, right - left))
            {
                counts[shade]++;
            }
        }

        return counts.Sum() == 0 ? byte.MaxValue : Array.IndexOf(counts, counts.Max());
    }

    /// <summary>The smallest box around the dots of a box that differ clearly from its ground; null when there are none.</summary>
    internal (int Left, int Top, int Right, int Bottom)? Ink(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, Width), Math.Min(bottom, Height));
        var ground = Ground(left, top, right, bottom);
        (int Left, int Top, int Right, int Bottom) ink = (right, bottom, left, top);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (Math.Abs(Shades.Span[(y * Width) + x] - ground) > Clear)
                {
                    ink = (Math.Min(ink.Left, x), Math.Min(ink.Top, y), Math.Max(ink.Right, x + 1), Math.Max(ink.Bottom, y + 1));
                }
            }
        }

        return ink.Right > ink.Left ? ink : null;
    }

    /// <summary>Whether letters of another drawing of this page, in a box, cannot be made out in this one.</summary>
    /// <param name="bare">The other drawing, of the same size; it shows letters in the box.</param>
    internal bool Hides(GreyPage bare, int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, Width), Math.Min(bottom, Height));
        var ground = bare.Ground(left, top, right, bottom);
        var strongest = 0;
        Each((_, shade) => strongest = Math.Max(strongest, Math.Abs(shade - ground)));
        int letters = 0, same = 0, others = 0;
        double inLetters = 0, inBare = 0, around = 0;
        Each((at, shade) =>
        {
            if (Math.Abs(shade - ground) * 2 >= strongest)
            {
                (letters, same) = (letters + 1, same + (Math.Abs(Shades.Span[at] - shade) <= SameShade ? 1 : 0));
                (inLetters, inBare) = (inLetters + Shades.Span[at], inBare + Math.Abs(shade - ground));
            }
            else
            {
                (others, around) = (others + 1, around + Shades.Span[at]);
            }
        });

        // Seen through a veil, letters change their shade and still stand out.
        return letters > 0 && same < letters * 0.4 && Math.Abs((inLetters / letters) - (others == 0 ? 255 : around / others)) < 0.35 * inBare / letters;

        void Each(Action<int, int> see)
        {
            for (var y = top; y < bottom; y++)
            {
                for (var x = left; x < right; x++)
                {
                    see((y * Width) + x, bare.Shades.Span[(y * Width) + x]);
                }
            }
        }
    }

    private static int? Number(byte[] bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n')
        {
            at++;
        }

        int value = 0, start = at;
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && value < 100_000)
        {
            value = (value * 10) + (bytes[at++] - '0');
        }

        return at > start ? value : null;
    }
}
