namespace Yakuba.Documents;

/// <summary>Cuts a document into passages of about 300 characters, at the end of a sentence, provision or row, never across an article.</summary>
public static class PassageCutter
{
    /// <summary>Aim, in UTF-16 code units.</summary>
    public const int Target = 300;

    /// <summary>A block longer than this is divided at its sentences.</summary>
    internal const int Longest = 450;

    /// <summary>Cuts a document. FAQ entries come after the blocks, each as one passage.</summary>
    public static IReadOnlyList<Passage> Cut(Document document)
    {
        var gather = new PassageGather(document);
        foreach (var block in document.Blocks)
        {
            gather.Add(block);
        }

        var passages = gather.Finish();
        foreach (var entry in document.Faq)
        {
            string[] path = entry.Category is { } category ? [category] : [];
            passages.Add(new Passage(passages.Count, document.Title, path, entry.Answer, entry.Question, entry.At, entry.At, null));
        }

        return passages;
    }
}
