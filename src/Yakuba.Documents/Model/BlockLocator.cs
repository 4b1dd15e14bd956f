using System.Globalization;

namespace Yakuba.Documents;

/// <summary>A block of a format that has neither pages nor lines, such as HTML or Word; from 1.</summary>
public sealed record BlockLocator(int Block) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => string.Create(CultureInfo.InvariantCulture, $"block:{Block}");

    /// <inheritdoc/>
    public override string ToLabel() => string.Create(CultureInfo.InvariantCulture, $"{Block}番目の段落");
}
