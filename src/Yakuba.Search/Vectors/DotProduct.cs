using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Search.Vectors;

/// <summary>How dot products are computed. All ways give the same integers.</summary>
internal enum DotWay
{
    /// <summary>Vector&lt;T&gt; of any machine.</summary>
    Portable,

    /// <summary>AVX2: widen to 16 bits, multiply, add neighbours.</summary>
    Avx2,

    /// <summary>AVX-512BW: the same, twice as wide.</summary>
    Avx512,

    /// <summary>AVX-VNNI: VPDPBUSD, four products and their sum in one instruction.</summary>
    AvxVnni,
}

/// <summary>Dot products of one query with stored vectors, in 32-bit integers that cannot overflow up to 4,096 values.</summary>
internal static unsafe class DotProduct
{
    /// <summary>The fastest way that this processor has.</summary>
    internal static DotWay Best { get; } = IsSupported(DotWay.AvxVnni) ? DotWay.AvxVnni : IsSupported(DotWay.Avx512) ? DotWay.Avx512 : IsSupported(DotWay.Avx2) ? DotWay.Avx2 : DotWay.Portable;

    internal static bool IsSupported(DotWay way) => way switch
    {
        DotWay.AvxVnni => AvxVnni.IsSupported,
        DotWay.Avx512 => Avx512BW.IsSupported && Vector512.IsHardwareAccelerated,
        DotWay.Avx2 => Avx2.IsSupported,
        _ => true,
    };

    /// <summary>Writes the dot products of <paramref name="count"/> vectors that lie one after another.</summary>
    /// <param name="way">A supported way.</param>
    /// <param name="query">The query in both widths.</param>
    /// <param name="rows">The first vector's codes with bias.</param>
    /// <param name="stride">Bytes from one vector to the next; a multiple of 64.</param>
    /// <param name="count">Vectors.</param>
    /// <param name="dots">Receives code · code for each.</param>
    internal static void Run(DotWay way, CodedQuery query, byte* rows, int stride, int count, int* dots)
    {
        switch (way)
        {
            case DotWay.AvxVnni:
                Vnni(query.Bytes, rows, stride, count, dots);
                break;
            case DotWay.Avx512:
                Wide512(query.Shorts, rows, stride, count, dots);
                break;
            case DotWay.Avx2:
                Wide256(query.Shorts, rows, stride, count, dots);
                break;
            default:
                Plain(query.Shorts, rows, stride, count, dots);
                break;
        }

        // Stored codes carry a bias of 128: Σ (code + 128) · q = Σ code · q + 128 · Σ q.
        for (var i = 0; i < count; i++)
        {
            dots[i] -= query.BiasSum;
        }
    }

    private static void Vnni(sbyte* query, byte* rows, int stride, int count, int* dots)
    {
        for (var i = 0; i < count; i++, rows += stride)
        {
            var (a, b) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (var k = 0; k < stride; k += 64)
            {
                a = AvxVnni.MultiplyWideningAndAdd(a, Vector256.Load(rows + k), Vector256.Load(query + k));
                b = AvxVnni.MultiplyWideningAndAdd(b, Vector256.Load(rows + k + 32), Vector256.Load(query + k + 32));
            }

            dots[i] = Vector256.Sum(a + b);
        }
    }

    private static void Wide512(short* query, byte* rows, int stride, int count, int* dots)
    {
        for (var i = 0; i < count; i++, rows += stride)
        {
            var (a, b) = (Vector512<int>.Zero, Vector512<int>.Zero);
            for (var k = 0; k < stride; k += 64)
            {
                a += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.Load(rows + k)), Vector512.Load(query + k));
                b += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.Load(rows + k + 32)), Vector512.Load(query + k + 32));
            }

            dots[i] = Vector512.Sum(a + b);
        }
    }

    private static void Wide256(short* query, byte* rows, int stride, int count, int* dots)
    {
        for (var i = 0; i < count; i++, rows += stride)
        {
            var (a, b) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (var k = 0; k < stride; k += 32)
            {
                a += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(rows + k), Vector256.Load(query + k));
                b += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(rows + k + 16), Vector256.Load(query + k + 16));
            }

            dots[i] = Vector256.Sum(a + b);
        }
    }

    private static void Plain(short* query, byte* rows, int stride, int count, int* dots)
    {
        for (var i = 0; i < count; i++, rows += stride)
        {
            var sum = Vector<int>.Zero;
            for (var k = 0; k < stride; k += Vector<byte>.Count)
            {
                Vector.Widen(Unsafe.ReadUnaligned<Vector<byte>>(rows + k), out var low, out var high);

                // 255 · 127 is below 2¹⁵: a product fits into 16 bits, a sum of two does not.
                Vector.Widen(Vector.AsVectorInt16(low) * Unsafe.ReadUnaligned<Vector<short>>(query + k), out var a, out var b);
                Vector.Widen(Vector.AsVectorInt16(high) * Unsafe.ReadUnaligned<Vector<short>>(query + k + Vector<short>.Count), out var c, out var d);
                sum += a + b + c + d;
            }

            dots[i] = Vector.Sum(sum);
        }
    }
}
