using Yakuba.Search.Vectors;

namespace Yakuba.Search.Tests.Vectors;

public sealed unsafe class DotProductTests
{
    [Fact]
    public void Every_way_of_this_processor_gives_the_sums_of_the_plain_definition()
    {
        var random = new Random(5);
        using var query = new CodedQuery();
        foreach (var dimension in (int[])[8, 9, 31, 32, 33, 63, 64, 65, 100, 384, 768, 1_000, 1_024, 4_095, 4_096])
        {
            var stride = VectorFormat.Stride(dimension);
            const int Rows = 5;
            var rows = new byte[Rows * stride];
            random.NextBytes(rows); // also the padding, which must not count
            rows.AsSpan(0, stride).Fill(1);
            rows.AsSpan(stride, stride).Fill(255); // the extremes: −127 and 127 everywhere
            foreach (var vector in (float[][])[Vectors.Of(random, dimension), [.. Enumerable.Repeat(1f, dimension)], [.. Enumerable.Repeat(-1f, dimension)]])
            {
                query.Set(vector);
                var expected = Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, dimension).Sum(i => (rows[(row * stride) + i] - 128) * query.Bytes[i])).ToArray();
                foreach (var way in Enum.GetValues<DotWay>().Where(DotProduct.IsSupported))
                {
                    var dots = new int[Rows];
                    fixed (byte* first = rows)
                    fixed (int* to = dots)
                    {
                        DotProduct.Run(way, query, first, stride, Rows, to);
                    }

                    Assert.True(expected.SequenceEqual(dots), $"{dimension} {way}");
                }
            }
        }
    }

    [Fact]
    public void A_code_is_never_further_from_its_value_than_half_a_step()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            var vector = Vectors.Of(random, 64);
            var codes = new sbyte[64];
            var scale = VectorCode.Encode(vector, codes);
            Assert.All(Enumerable.Range(0, 64), i => Assert.InRange(vector[i] - (codes[i] * scale), -0.501f * scale, 0.501f * scale));
        }
    }

    [Fact]
    public void The_fastest_way_is_one_that_the_processor_has() => Assert.True(DotProduct.IsSupported(DotProduct.Best));
}
