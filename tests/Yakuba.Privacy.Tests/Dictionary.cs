using Yakuba.Text;

namespace Yakuba.Privacy.Tests;

/// <summary>The reader over the installed dictionary, opened once.</summary>
internal static class Dictionary
{
    internal static Lexicon Lexicon { get; } = Lexicon.OpenInstalled();

    internal static PersonalDataReader Reader { get; } = new(Lexicon);

    /// <summary>What is found, as <c>NAME 山田太郎</c>.</summary>
    internal static IEnumerable<string> Found(string text) => Reader.Read(text).Select(d => $"{d.Kind.Code()} {text.Substring(d.Start, d.Length)}");
}
