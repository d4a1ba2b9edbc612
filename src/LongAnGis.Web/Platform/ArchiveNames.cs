using System.IO.Compression;

namespace LongAnGis.Web.Platform;

/// <summary>What a part of an archive that somebody sent may be called.</summary>
static class ArchiveNames
{
    /// <summary>
    /// True for a name that could lead out of the folder it is unpacked to, on any system: absolute, with a drive, a step up, a
    /// backslash or control characters.
    /// </summary>
    public static bool IsDangerous(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        return name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/')
            || name.Split('/').Contains("..") || name.Any(char.IsControl);
    }
}
