using System.Diagnostics.CodeAnalysis;

namespace Yakuba.Platform;

/// <summary>A value, or the problem that stands in its way. Converts implicitly from both.</summary>
/// <typeparam name="T">What success carries.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>The problem, or null on success. <c>default</c> is neither and throws when its value is read.</summary>
    public Problem? Problem { get; }

    /// <summary>True on success.</summary>
    public bool IsSuccess => Problem is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">This is a problem; ask <see cref="IsSuccess"/> first.</exception>
    public T Value => Problem is null && _value is not null
        ? _value
        : throw new InvalidOperationException($"No value: {Problem?.Name ?? "default result"}.");

    /// <summary>Takes the value or the problem out in one step.</summary>
    /// <returns>True on success.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        value = _value;
        problem = Problem;
        return problem is null;
    }

    /// <summary>Continues with one of two functions.</summary>
    public TOut Match<TOut>(Func<T, TOut> success, Func<Problem, TOut> failure) =>
        Problem is null ? success(Value) : failure(Problem);

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>Success that carries nothing.</summary>
public sealed record Done
{
    private Done()
    {
    }

    /// <summary>The only value.</summary>
    public static Done Instance { get; } = new();
}
