using System.Runtime.InteropServices;

namespace Yakuba.Search.Queries;

/// <summary>Zeroed memory outside the garbage collector, aligned to 64 bytes, that grows and never shrinks.</summary>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private int _length;

    ~NativeBuffer() => Free();

    internal T* Start { get; private set; }

    /// <summary>Grows to at least <paramref name="length"/> values; growing loses what was there and zeroes all.</summary>
    internal T* Reserve(int length)
    {
        if (_length < length)
        {
            Free();
            var bytes = (nuint)length * (nuint)sizeof(T);
            Start = (T*)NativeMemory.AlignedAlloc(bytes, 64);
            NativeMemory.Clear(Start, bytes);
            _length = length;
        }

        return Start;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
        _length = 0;
    }
}
