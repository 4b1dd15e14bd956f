using Yakuba.Search.Queries;

namespace Yakuba.Search.Tests.Queries;

public sealed unsafe class WindowBoundsTests
{
    [Fact]
    public void The_portable_lanes_give_the_same_bounds()
    {
        const int Windows = 256;
        using var maxima = new NativeBuffer<byte>();
        using var fast = new NativeBuffer<uint>();
        using var portable = new NativeBuffer<uint>();
        new Random(1).NextBytes(new Span<byte>(maxima.Reserve(Windows), Windows));
        fast.Reserve(Windows);
        portable.Reserve(Windows);
        foreach (var weight in new[] { 1u, 77u, 8_388_607u })
        {
            WindowBounds.AddFrequent(fast.Start, maxima.Start, weight, Windows);
            WindowBounds.AddFrequentPortably(portable.Start, maxima.Start, weight, Windows);
        }

        Assert.Equal(new ReadOnlySpan<uint>(portable.Start, Windows).ToArray(), new ReadOnlySpan<uint>(fast.Start, Windows).ToArray());
        Assert.Equal(new ReadOnlySpan<uint>(fast.Start, Windows).ToArray().Max(), WindowBounds.Greatest(fast.Start, Windows));
    }
}
