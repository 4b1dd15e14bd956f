namespace Yakuba.Office.Library.AddDocuments;

/// <summary>What one multipart post brought: its files, lying in a staging folder, and its fields.</summary>
/// <param name="Folder">The staging folder.</param>
/// <param name="Files">The files in the order sent.</param>
/// <param name="Fields">The other fields by name; the last of a name counts.</param>
internal sealed record ReceivedUpload(string Folder, IReadOnlyList<ReceivedFile> Files, IReadOnlyDictionary<string, string> Fields)
{
    internal string Field(string name) => Fields.GetValueOrDefault(name, "");
}

/// <summary>One uploaded file.</summary>
/// <param name="Path">Where it lies, under a name of ours; not there when <paramref name="IsTooLarge"/>.</param>
/// <param name="Place">Where it lay in the sender's folder, as <see cref="FilePlace"/> reads it.</param>
/// <param name="IsTooLarge">True when it was over the limit and was not kept.</param>
internal sealed record ReceivedFile(string Path, string Place, bool IsTooLarge);
