using System.Security.Cryptography;
using System.Text;
using LongAnGis.Web.Database.PrivateCluster;

namespace LongAnGis.Web.Platform;

/// <summary>
/// The folder of one installation: the private database cluster and the logs. <c>--data-dir</c> names it; without
/// that it is <c>.longan</c> at the top of the checkout, or a folder of its own below <c>/var/lib</c> when the account that
/// runs the database cannot reach the checkout (root's home, usually).
/// </summary>
public sealed class DataFolder(IConfiguration configuration)
{
    /// <summary>Files that only the service's account may enter.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The full path. It may not exist yet.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(
        configuration["data-dir"] is { Length: > 0 } named ? named : DefaultPath(configuration));

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Makes the folder, or says in one sentence why that cannot be.</summary>
    public void Prepare()
    {
        try
        {
            // The account of the database passes through, to a folder of its own.
            Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            Directory.CreateDirectory(Logs, OwnerOnly);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(refused);
        }
    }

    internal StartupException CannotBeWritten(Exception refused) => new(
        $"Không ghi được vào thư mục dữ liệu {Path}: kiểm tra quyền và chỗ trống, hoặc chọn nơi khác bằng --data-dir.",
        $"The data folder {Path} cannot be written: check its permissions and free space, or choose another place with --data-dir.",
        refused);

    static string DefaultPath(IConfiguration configuration)
    {
        var ownsCluster = string.IsNullOrEmpty(configuration.GetConnectionString("Plan"));
        return ownsCluster && !new ServerAccount().CanReach(Checkout.Root)
            ? System.IO.Path.Combine("/var/lib/longan-gis", ShortHash(Checkout.Root))
            : System.IO.Path.Combine(Checkout.Root, ".longan");
    }

    // Two checkouts on one machine must not share a database.
    static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
