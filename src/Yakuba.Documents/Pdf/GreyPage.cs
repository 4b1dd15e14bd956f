namespace Yakuba.Documents;

/// <summary>A page of grey shades.</summary>
internal sealed record GreyPage(int Width, int Height, ReadOnlyMemory<byte> Shades)
{
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
