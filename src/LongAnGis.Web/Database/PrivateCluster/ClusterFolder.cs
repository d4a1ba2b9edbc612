using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>The files of the private cluster inside the data folder.</summary>
public sealed partial class ClusterFolder(DataFolder dataFolder, ServerAccount account)
{
    // sockaddr_un holds 107 characters, and the file in the folder is named .s.PGSQL.65535.
    const int LongestSocketFolder = 90;

    /// <summary>Everything that the server's account owns.</summary>
    public string Root { get; } = Path.Combine(dataFolder.Path, "postgres");

    /// <summary>The cluster itself: PGDATA.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>Where initdb works; renamed to <see cref="Data"/> when it has finished, so that a half-made cluster is never used.</summary>
    public string Unfinished => Path.Combine(Root, "data.unfinished");

    /// <summary>What the server says before it opens its own log.</summary>
    public string StartLog => Path.Combine(Root, "start.log");

    /// <summary>The server's own log files.</summary>
    public string ServerLogs => Path.Combine(Root, "log");

    public string LockFile => Path.Combine(dataFolder.Path, "lock");

    /// <summary>The owner's password, readable by the service's account only.</summary>
    string PasswordFile => Path.Combine(dataFolder.Path, "postgres.password");

    /// <summary>
    /// Where the server's socket lies, or null when the path is too long or holds characters that a connection string or
    /// postgresql.conf would misread; then the loopback address alone is used.
    /// </summary>
    public string? SocketFolder => Path.Combine(Root, "run") is { Length: <= LongestSocketFolder } folder && PlainPath().IsMatch(folder)
        ? folder
        : null;

    /// <summary>The major version that the cluster was made with, or null when there is none yet.</summary>
    public int? Major => File.Exists(Path.Combine(Data, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    /// <summary>Makes the folders, or says in one sentence why that cannot be.</summary>
    public void Prepare()
    {
        dataFolder.Prepare();
        if (!account.CanReach(dataFolder.Path))
        {
            throw new StartupException(
                $"Tài khoản postgres không vào được thư mục dữ liệu {dataFolder.Path}: hãy mở quyền đi qua (chmod o+x) các thư mục trên nó hoặc chọn nơi khác bằng --data-dir.",
                $"The account postgres cannot enter the data folder {dataFolder.Path}: let it pass (chmod o+x) through the folders above, or choose another place with --data-dir.");
        }

        try
        {
            foreach (var folder in new[] { Root, Path.Combine(Root, "run"), ServerLogs })
            {
                Directory.CreateDirectory(folder, DataFolder.OwnerOnly);
                account.Own(folder);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw dataFolder.CannotBeWritten(refused);
        }
    }

    /// <summary>Whether a program or the operating system complained of a full disk.</summary>
    public static bool IsFull(string complaint) =>
        complaint.Contains("No space left on device", StringComparison.Ordinal)
        || complaint.Contains("Check free disk space", StringComparison.Ordinal);

    public StartupException DiskFull(Exception cause) => new(
        $"Ổ đĩa chứa thư mục dữ liệu {dataFolder.Path} đã đầy: hãy giải phóng chỗ rồi chạy lại.",
        $"The disk of the data folder {dataFolder.Path} is full: free some space and start again.", cause);

    /// <summary>The owner's password; made up once.</summary>
    public string Password()
    {
        if (!File.Exists(PasswordFile))
        {
            var unfinished = PasswordFile + ".unfinished";
            WritePrivate(unfinished, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
            File.Move(unfinished, PasswordFile, overwrite: true);
        }

        return File.ReadAllText(PasswordFile).Trim();
    }

    /// <summary>Writes a file that only its owner may read.</summary>
    public static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        using var file = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(text);
    }

    [GeneratedRegex("^[A-Za-z0-9/_.-]+$")]
    private static partial Regex PlainPath();
}
