using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>A file whose rows are stored and which nobody finds yet. Its text stays on the disk until it has been indexed.</summary>
/// <param name="Number">Number of the version.</param>
/// <param name="Item">What was asked.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Reading">Its text; this file lets it go.</param>
internal sealed record StoredFile(uint Number, ImportItem Item, string Title, string Sha256, WorkerReading Reading) : IDisposable
{
    /// <summary>How many passages it has.</summary>
    internal int Passages => Reading.Document!.Passages;

    public void Dispose() => Reading.Dispose();
}
