namespace Yakuba.Papers.Tests;

/// <summary>Writes papers that are expected to be written.</summary>
internal static class Written
{
    internal static byte[] Docx(Paper paper, DocxOptions? options = null) => Of(DocxWriter.Write(paper, options)).Content;

    internal static WrittenPaper Of(PaperOutcome outcome) => outcome switch
    {
        WrittenPaper written => written,
        RefusedPaper refused => throw new Xunit.Sdk.XunitException($"{refused.Problem.Name}: {refused.Problem.Message}"),
        _ => throw new InvalidOperationException(),
    };
}
