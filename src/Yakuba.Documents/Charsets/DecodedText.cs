namespace Yakuba.Documents;

/// <summary>Text with the character set it was decoded from.</summary>
internal readonly record struct DecodedText(string Text, string Charset);
