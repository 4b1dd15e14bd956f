using Yakuba.Text;

namespace Yakuba.Evidence.Tests;

/// <summary>The installed dictionary, opened once, and the day on which the tests happen.</summary>
internal static class Dictionary
{
    internal static Lexicon Lexicon { get; } = Lexicon.OpenInstalled();

    internal static DateOnly Today { get; } = new(2026, 11, 21);
}
