namespace Yakuba.Documents;

/// <summary>What reading a file in a worker came to. A document's text lies in a file, which goes when this is disposed.</summary>
public sealed class WorkerReading : IDisposable
{
    private readonly string _text;

    internal WorkerReading(Unreadable refusal) => (Refusal, _text) = (refusal, "");

    internal WorkerReading(DocumentHead document, string text) => (Document, _text) = (document, text);

    /// <summary>The document; null when the file was refused.</summary>
    public DocumentHead? Document { get; }

    /// <summary>Why there is none; null when there is one.</summary>
    public Unreadable? Refusal { get; }

    /// <summary>A document that is kept though nothing of it can be read.</summary>
    /// <param name="document">What is to be said of it.</param>
    public static WorkerReading WithoutText(DocumentHead document) => new(document, "");

    /// <summary>Its blocks in reading order. Each call reads them from the disk anew, a part at a time.</summary>
    public IEnumerable<Block> Blocks() => _text.Length == 0 ? [] : TextSpool.Read(_text, FrameKind.Blocks, WorkerJson.Plain.ListBlock);

    /// <summary>Its questions and answers, likewise.</summary>
    public IEnumerable<FaqEntry> FaqEntries() => _text.Length == 0 ? [] : TextSpool.Read(_text, FrameKind.Entries, WorkerJson.Plain.ListFaqEntry);

    /// <summary>Its passages, likewise.</summary>
    public IEnumerable<Passage> Passages() => _text.Length == 0 ? [] : TextSpool.Read(_text, FrameKind.Passages, WorkerJson.Plain.ListPassage);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_text.Length > 0)
        {
            File.Delete(_text);
        }
    }
}

/// <summary>A document without its text.</summary>
/// <param name="Title">Its title; never empty.</param>
/// <param name="Kind">The format it came from.</param>
/// <param name="Dates">Days the text itself states.</param>
/// <param name="Report">What was read, what is doubtful and what was left out.</param>
/// <param name="Blocks">How many blocks it has.</param>
/// <param name="FaqEntries">How many questions and answers.</param>
/// <param name="Passages">How many passages.</param>
public sealed record DocumentHead(string Title, DocumentKind Kind, DocumentDates Dates, ReadingReport Report, int Blocks, int FaqEntries, int Passages);
