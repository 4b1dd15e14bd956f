using Yakuba.Platform;

namespace Yakuba.Office.Library.Importing;

/// <summary>One file to take in, with what is to be said of it.</summary>
/// <param name="Path">Where the file lies on this machine.</param>
/// <param name="SourceKey">What makes it the same document next time: section code, a colon, and the relative path.</param>
/// <param name="FileName">The file's name as people know it.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Label">Its label.</param>
/// <param name="Target">The state to bring it to: draft, confirmed or published.</param>
public sealed record ImportItem(string Path, string SourceKey, string FileName, string Section, Label Label, VersionState Target)
{
    /// <summary>Where the file lay in the folder that was taken in, as <see cref="SourceKey"/> has it.</summary>
    public string RelativePath => SourceKey[(SourceKey.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The title to show instead of the one that the document gives itself; empty to take its own.</summary>
    public string Title { get; init; } = "";

    /// <summary>Why the file is refused without being read, as a problem's name: an upload over the limit, or one that was broken off, leaves no file behind. Empty otherwise.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The life it had, for a version that comes from an export; null for a file that begins one.</summary>
    public KeptVersion? Kept { get; init; }

    /// <summary>Codes of further sections that may read it.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>First day it may be cited; null to take the enforcement day that the document states, if any.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null to take the day before the repeal that the document states, if any.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When the section is to look at it again.</summary>
    public DateOnly? ReviewOn { get; init; }
}
