namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// Held by the one service that owns the data folder. The operating system gives it up with the process, however that ends.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    readonly FileStream file;

    DataFolderLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null when another process holds it.</summary>
    public static DataFolderLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
