namespace Yakuba.Platform.Settings;

/// <summary>One setting of the municipality: its name, meaning, default and what it may hold.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Setting<T> : SettingDefinition
{
    private readonly Func<string, Result<T>> _parse;
    private readonly Func<T, string> _format;

    internal Setting(string name, T @default, string title, string meaning, Func<string, Result<T>> parse, Func<T, string> format)
        : base(name, format(@default), title, meaning)
    {
        _parse = parse;
        _format = format;
    }

    /// <summary>Reads a stored or typed value.</summary>
    public Result<T> Parse(string text) => _parse(text);

    /// <summary>The value as the store keeps it.</summary>
    public string Format(T value) => _format(value);

    /// <inheritdoc/>
    public override Problem? Check(string text) => _parse(text).Problem;
}
