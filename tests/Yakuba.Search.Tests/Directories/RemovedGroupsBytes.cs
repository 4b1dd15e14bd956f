using Yakuba.Search.Directories;

namespace Yakuba.Search.Tests.Directories;

/// <summary>Sound files of removed groups.</summary>
internal static class RemovedGroupsBytes
{
    internal static byte[] Of(uint segment, uint[] groups) => RemovedGroups.Serialise(segment, groups);
}
