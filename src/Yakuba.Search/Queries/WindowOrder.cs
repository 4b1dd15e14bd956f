using System.Numerics;
using System.Runtime.CompilerServices;

namespace Yakuba.Search.Queries;

/// <summary>Windows by falling bound, to within a bucket: a counting sort into 1,024 equal ranges of bounds.</summary>
internal sealed unsafe class WindowOrder : IDisposable
{
    private const int BucketBits = 10;
    private const int Buckets = 1 << BucketBits;
    private readonly NativeBuffer<int> _order = new();
    private readonly NativeBuffer<int> _heads = new();

    internal int* Windows => _order.Start;

    /// <summary>Bounds in one bucket differ by less than 1 &lt;&lt; Shift.</summary>
    internal int Shift { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Sort(uint* bounds, int windows, uint greatest)
    {
        var order = _order.Reserve(windows);
        var heads = _heads.Reserve(Buckets + 1);
        new Span<int>(heads, Buckets + 1).Clear();
        var shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(greatest) - BucketBits);
        for (var i = 0; i < windows; i++)
        {
            heads[Buckets - 1 - (int)(bounds[i] >> shift)]++;
        }

        var sum = 0;
        for (var i = 0; i < Buckets; i++)
        {
            (heads[i], sum) = (sum, sum + heads[i]);
        }

        for (var i = 0; i < windows; i++)
        {
            order[heads[Buckets - 1 - (int)(bounds[i] >> shift)]++] = i;
        }

        Shift = shift;
    }

    public void Dispose()
    {
        _order.Dispose();
        _heads.Dispose();
    }
}
