using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Yakuba.Papers.Tests;

/// <summary>Word documents: valid, the same each time, and with nothing of a person in them.</summary>
public sealed class DocxTests
{
    [Fact]
    public void The_validator_finds_nothing_wrong()
    {
        Assert.Equal("", string.Join("\n", Faults(Written.Docx(Letters.Notice))));
    }

    [Fact]
    public void Equal_papers_give_equal_bytes() => Assert.Equal(Written.Docx(Letters.Notice), Written.Docx(Letters.Notice));

    private static IEnumerable<string> Faults(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }
}
