using System.Text.RegularExpressions;
using System.Xml;

namespace Yakuba.Documents;

/// <summary>Bytes in, a document or a named refusal out. No input makes it throw; what it cannot answer for, the worker around it does.</summary>
/// <remarks>Not for a server: it reads in <see cref="DocumentWorkers"/>, in processes that it can end.</remarks>
internal static class DocumentReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="fileName">Name as given, with or without folders; only its extension and its last part are used.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="limits">Bounds for this file.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>A <see cref="ReadDocument"/> with at least one block or entry, or an <see cref="Unreadable"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled by the caller.</exception>
    public static ReadOutcome Read(string fileName, byte[] content, ReadLimits limits, CancellationToken cancel)
    {
        var shown = DisplayName.Of(fileName);
        if (content.LongLength > limits.MaxFileBytes)
        {
            return Refusals.TooLarge(shown, limits.MaxFileBytes);
        }

        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limits.MaxTime);
        var source = new ReadSource(shown, content, limits, clock.Token);
        try
        {
            return Finish(source, FormatDetector.Open(source));
        }
        catch (UnreadableException refusal)
        {
            return refusal.Outcome;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Refusals.TimedOut(shown, limits.MaxTime);
        }
        catch (TableTooLargeException)
        {
            return Refusals.TooManyParts(shown);
        }
        catch (RegexMatchTimeoutException)
        {
            return Refusals.TimedOut(shown, limits.MaxTime);
        }
        catch (XmlException broken)
        {
            return Refusals.Damaged(shown, $"XMLの{broken.LineNumber}行目");
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or OutOfMemoryException))
        {
            // The edge: a parser of a foreign format may throw anything on hostile bytes.
            return Refusals.Damaged(shown, "中身の形式が正しくありません");
        }
    }

    private static ReadOutcome Finish(ReadSource source, Document read)
    {
        var document = TagCharacters.TakeOut(read, source.Notes);
        if (document.Blocks.Count == 0 && document.Faq.Count == 0)
        {
            return Refusals.NoText(source.FileName);
        }

        return document.Blocks.Count + document.Faq.Count > source.Limits.MaxBlocks
            ? Refusals.TooManyParts(source.FileName)
            : new ReadDocument(document, source.Notes.ToReport(source.FileName, document));
    }
}
