namespace LongAnGis.Web.Osm;

/// <summary>
/// A folder for one import's temporary files, removed in the end. A file in it is held open, which the operating system gives
/// up with the process: so the next import knows the folders of killed ones, which may be large, and removes them.
/// </summary>
sealed class TemporaryFolder : IDisposable
{
    const string HeldFile = "held";

    /// <summary>A folder younger than this may belong to an import that is just about to hold it.</summary>
    static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    readonly FileStream? held;

    TemporaryFolder(string path) => (Path, held) = (path, Hold(path));

    public string Path { get; }

    public static TemporaryFolder In(string parent)
    {
        Directory.CreateDirectory(parent);
        foreach (var left in Directory.GetDirectories(parent).Where(path => Directory.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Young))
        {
            using var abandoned = Hold(left);
            if (abandoned is not null)
                Directory.Delete(left, recursive: true);
        }

        return new(Directory.CreateDirectory(System.IO.Path.Combine(parent, Guid.NewGuid().ToString("N"))).FullName);
    }

    public void Dispose()
    {
        held?.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    static FileStream? Hold(string folder)
    {
        try
        {
            return new(System.IO.Path.Combine(folder, HeldFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
