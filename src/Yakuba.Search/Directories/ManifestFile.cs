namespace Yakuba.Search.Directories;

/// <summary>Reads the manifest of a directory and opens what it names.</summary>
internal static class ManifestFile
{
    /// <exception cref="FileNotFoundException">There is no index in the directory.</exception>
    /// <exception cref="IndexDamagedException">The manifest is not whole.</exception>
    /// <exception cref="IndexVersionException">It is of another version.</exception>
    internal static Manifest Read(IndexDirectory directory) => Manifest.Parse(directory.Manifest, File.ReadAllBytes(directory.Manifest));

    /// <summary>Opens the segments of a manifest of which no file can be deleted meanwhile, because the caller is the writer.</summary>
    internal static SegmentSet OpenSegments(IndexDirectory directory, Manifest manifest, SegmentSet? before)
    {
        try
        {
            return SegmentSet.Open(directory, manifest, before);
        }
        catch (FileNotFoundException error)
        {
            throw new IndexDamagedException(error.FileName ?? directory.Root, "file", "the manifest names it, but it is missing.", error);
        }
    }

    /// <summary>
    /// Opens the current state. A writer may replace it between reading the manifest and opening its files; then a newer manifest is
    /// there, and is read instead. A missing file under an unchanged manifest is damage.
    /// </summary>
    internal static SegmentSet OpenCurrent(IndexDirectory directory, SegmentSet? before)
    {
        var manifest = Read(directory);
        while (true)
        {
            if (before is not null && before.Manifest.Generation == manifest.Generation && before.TryHold())
            {
                return before;
            }

            try
            {
                return SegmentSet.Open(directory, manifest, before);
            }
            catch (FileNotFoundException error)
            {
                var newer = Read(directory);
                if (newer.Generation == manifest.Generation)
                {
                    throw new IndexDamagedException(error.FileName ?? directory.Root, "file", "the manifest names it, but it is missing.", error);
                }

                manifest = newer;
            }
        }
    }
}
