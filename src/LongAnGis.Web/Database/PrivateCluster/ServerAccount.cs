using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// Who runs the database server. PostgreSQL refuses to run as root, so a service started by root lends the work to the
/// machine's <c>postgres</c> account; otherwise the server runs as ourselves.
/// </summary>
public sealed class ServerAccount
{
    const string Name = "postgres";

    /// <summary>Whether another account than ours runs the server.</summary>
    public bool IsAnother { get; } = Environment.IsPrivilegedProcess;

    /// <summary>Runs a program as this account; exit code and output.</summary>
    public (int ExitCode, string Output) Run(string program, IEnumerable<string> arguments, string folder)
    {
        if (!IsAnother)
        {
            return ProgramRun.Of(program, arguments, folder);
        }

        RequireExistence();
        return ProgramRun.Of(
            "setpriv", [$"--reuid={Name}", $"--regid={Name}", "--init-groups", "--", program, .. arguments], folder);
    }

    /// <summary>Makes a file or a whole folder this account's.</summary>
    public void Own(string path)
    {
        if (!IsAnother)
        {
            return;
        }

        RequireExistence();
        var (exitCode, output) = ProgramRun.Of("chown", ["-R", "-h", $"{Name}:", "--", path]);
        if (exitCode != 0)
        {
            throw new IOException(output);
        }
    }

    /// <summary>Whether this account can pass through a folder and all that are above it.</summary>
    public bool CanReach(string folder)
    {
        if (!IsAnother)
        {
            return true;
        }

        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            if (each.Exists && !each.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    static void RequireExistence()
    {
        if (!File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Name}:", StringComparison.Ordinal)))
        {
            throw new StartupException(
                $"PostgreSQL không chạy được bằng root và máy này chưa có tài khoản “{Name}”: hãy tạo bằng “useradd -r {Name}” hoặc chạy LongAnGis bằng tài khoản thường.",
                $"PostgreSQL will not run as root and this machine has no account “{Name}”: create it with “useradd -r {Name}” or run LongAnGis as an ordinary user.");
        }
    }
}
