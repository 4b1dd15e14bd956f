using System.Collections.Immutable;
using System.Globalization;

namespace Yakuba.Legislation;

/// <summary>The number of a provision: 12_2 for 第十二条の二, 3:5 for 第三条から第五条まで, nothing for what has none.</summary>
/// <remarks>The text form is that of the attribute Num in the e-Gov law XML. <c>default</c> is <see cref="None"/>.</remarks>
public readonly struct ProvisionNumber : IEquatable<ProvisionNumber>, IComparable<ProvisionNumber>
{
    private readonly ImmutableArray<int> _first;
    private readonly ImmutableArray<int> _last;

    private ProvisionNumber(ImmutableArray<int> first, ImmutableArray<int> last) => (_first, _last) = (first, last);

    /// <summary>No number.</summary>
    public static ProvisionNumber None => default;

    /// <summary>Whether there is no number.</summary>
    public bool IsNone => Parts.IsEmpty;

    /// <summary>The number and its branches: 12, 2 for 第十二条の二. Of a range, the first. Each at least 0.</summary>
    public ImmutableArray<int> Parts => _first.IsDefault ? [] : _first;

    /// <summary>The last of a range; otherwise the same as <see cref="Parts"/>.</summary>
    public ImmutableArray<int> Through => _last.IsDefault ? Parts : _last;

    /// <summary>Whether several numbers share the provision, as deleted articles do.</summary>
    public bool IsRange => !_last.IsDefault;

    /// <summary>The number before the branches; 0 when there is none.</summary>
    public int Main => IsNone ? 0 : Parts[0];

    /// <summary>A number with its branches: Of(12, 2) is 第十二条の二.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is below 0.</exception>
    public static ProvisionNumber Of(params ReadOnlySpan<int> parts)
    {
        foreach (var part in parts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part);
        }

        return new([.. parts], default);
    }

    /// <summary>All numbers from one to another, both included.</summary>
    public static ProvisionNumber Range(ProvisionNumber first, ProvisionNumber last) =>
        first.Parts.SequenceEqual(last.Through) ? first : new(first.Parts, last.Through);

    /// <summary>Reads the text form, "12_2" or "3:5"; null for anything else.</summary>
    public static ProvisionNumber? Parse(string text)
    {
        var ends = text.Split(':');
        return ends.Length switch
        {
            1 => One(ends[0]),
            2 when One(ends[0]) is { IsNone: false } first && One(ends[1]) is { IsNone: false } last => Range(first, last),
            _ => null,
        };
    }

    /// <summary>The number that follows on the same level: 13 after 12, 12_3 after 12_2, 6 after 3:5. 1 after none.</summary>
    public ProvisionNumber Next() => IsNone ? Of(1) : new(Through.SetItem(Through.Length - 1, Through[^1] + 1), default);

    /// <summary>The first number inserted behind: 12_2 after 12, 12_2_2 after 12_2.</summary>
    public ProvisionNumber Branch() => IsNone ? Of(1) : new(Through.Add(2), default);

    /// <summary>Whether a number is this one or lies in this range.</summary>
    public bool Contains(ProvisionNumber other) =>
        !IsNone && !other.IsNone && Compare(Parts, other.Parts) <= 0 && Compare(other.Through, Through) <= 0;

    /// <summary>Order of appearance: 12 before 12_2 before 13.</summary>
    public int CompareTo(ProvisionNumber other)
    {
        var first = Compare(Parts, other.Parts);
        return first != 0 ? first : Compare(Through, other.Through);
    }

    /// <inheritdoc/>
    public bool Equals(ProvisionNumber other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is ProvisionNumber number && Equals(number);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Main, Parts.Length, Through.IsEmpty ? 0 : Through[^1]);

    /// <summary>The text form: "12_2", "3:5", "" for none.</summary>
    public override string ToString() => IsRange ? $"{Join(Parts)}:{Join(Through)}" : Join(Parts);

    /// <summary>Same number.</summary>
    public static bool operator ==(ProvisionNumber left, ProvisionNumber right) => left.Equals(right);

    /// <summary>Another number.</summary>
    public static bool operator !=(ProvisionNumber left, ProvisionNumber right) => !left.Equals(right);

    private static int Compare(ImmutableArray<int> left, ImmutableArray<int> right) => left.AsSpan().SequenceCompareTo(right.AsSpan());

    private static string Join(ImmutableArray<int> parts) => string.Join('_', parts.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    private static ProvisionNumber? One(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        var parts = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split('_'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            parts.Add(value);
        }

        return new(parts.ToImmutable(), default);
    }
}
