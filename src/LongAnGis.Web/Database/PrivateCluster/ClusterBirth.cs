using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>Makes the cluster with <c>initdb</c>, aside, and moves it into place when it is whole.</summary>
sealed class ClusterBirth(ClusterFolder folder, ServerAccount account, PostgresInstallation programs)
{
    public void Make()
    {
        if (Directory.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        var passwordFile = Path.Combine(folder.Root, "password.unfinished");
        ClusterFolder.WritePrivate(passwordFile, folder.Password());
        account.Own(passwordFile);
        try
        {
            var (exitCode, output) = account.Run(
                programs.Program("initdb"),
                [
                    $"--pgdata={folder.Unfinished}",
                    $"--username={ClusterServer.Owner}",
                    $"--pwfile={passwordFile}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Knows upper and lower case of all of Unicode, unlike C, and is on every Debian, unlike vi_VN.
                    "--locale=C.UTF-8",
                    "--data-checksums",
                ],
                folder.Root);
            if (exitCode != 0)
            {
                throw Explain(output);
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(folder.Unfinished, folder.Data);
    }

    StartupException Explain(string output) => ClusterFolder.IsFull(output)
        ? folder.DiskFull(new IOException(output))
        : new(
            $"Không tạo được cụm cơ sở dữ liệu trong {folder.Root}; chi tiết trong nhật ký.",
            $"The database cluster cannot be made in {folder.Root}; the log has the details.", new IOException(output));
}
