using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>A segment as the manifest names it.</summary>
/// <param name="Id">Number of the segment, part of its file name.</param>
/// <param name="Stamp">Binds the manifest to the segment's exact bytes.</param>
/// <param name="RemovalsVersion">Version of the file of removed groups; 0 when no group is removed.</param>
/// <param name="RemovalsChecksum">Checksum of that file; 0 when there is none.</param>
internal readonly record struct ManifestSegment(uint Id, SegmentStamp Stamp, uint RemovalsVersion, uint RemovalsChecksum);
