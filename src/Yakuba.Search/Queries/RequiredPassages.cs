namespace Yakuba.Search.Queries;

/// <summary>Permitted passages that hold every required phrase, as window bits of one query.</summary>
internal sealed unsafe class RequiredPassages : IDisposable
{
    private readonly NativeBuffer<ulong> _bits = new();
    private readonly NativeBuffer<ulong> _phrase = new();
    private int _words;
    private bool _isOpen;
    private bool _hasSome;

    /// <summary>Two words a window; null when all are permitted and no phrase is required.</summary>
    internal ulong* Bits { get; private set; }

    /// <param name="permitted">Two words a window, or null for all.</param>
    internal void Begin(int windows, ulong* permitted)
    {
        _words = windows * 2;
        Bits = permitted;
        (_isOpen, _hasSome) = (false, false);
    }

    /// <summary>Adds the passages of a phrase, which is one of the alternatives until <see cref="Close"/>.</summary>
    /// <param name="found">passage &lt;&lt; 8 | impact.</param>
    internal void Offer(uint* found, int count)
    {
        var phrase = _phrase.Reserve(_words);
        if (!_isOpen)
        {
            new Span<ulong>(phrase, _words).Clear();
        }

        (_isOpen, _hasSome) = (true, _hasSome || count > 0);
        for (var i = 0; i < count; i++)
        {
            var passage = found[i] >> 8;
            phrase[passage >> 6] |= 1UL << (int)(passage & 63);
        }
    }

    /// <summary>Leaves only the passages of the phrases offered.</summary>
    /// <returns>False when there are none.</returns>
    internal bool Close()
    {
        var isMet = _hasSome;
        (_isOpen, _hasSome) = (false, false);
        if (!isMet)
        {
            return false;
        }

        var bits = _bits.Reserve(_words);
        var phrase = _phrase.Start;
        for (var i = 0; i < _words; i++)
        {
            bits[i] = phrase[i] & (Bits == null ? ulong.MaxValue : Bits[i]);
        }

        Bits = bits;
        return true;
    }

    public void Dispose()
    {
        _bits.Dispose();
        _phrase.Dispose();
    }
}
