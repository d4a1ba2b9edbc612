using System.Globalization;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// The PostgreSQL programs of this machine that come with PostGIS. Debian keeps each major version in a folder of its own;
/// copies and links elsewhere on the PATH are resolved to the folder they come from.
/// </summary>
public sealed record PostgresInstallation(string Bin, int Major)
{
    /// <summary>Where <c>initdb</c>, <c>pg_ctl</c> and their kind lie.</summary>
    public string Program(string name) => Path.Combine(Bin, name);

    /// <summary>
    /// The newest one with PostGIS, or the one of the major version that an existing cluster was made with.
    /// <paramref name="only"/> (setting <c>Postgres:Bin</c>) names a folder and looks nowhere else.
    /// </summary>
    public static PostgresInstallation Find(string? only, int? clusterMajor)
    {
        var found = (only is { Length: > 0 } ? [only] : Folders())
            .Select(ResolveFolder)
            .Distinct(StringComparer.Ordinal)
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")))
            .Select(bin => (Bin: bin, Major: MajorOf(bin)))
            .Where(installation => installation.Major > 0)
            .OrderByDescending(installation => installation.Major)
            .ToList();
        if (found.Count == 0)
        {
            throw new StartupException(
                "Máy này chưa có PostgreSQL: hãy chạy “apt-get install postgresql-15 postgresql-15-postgis-3” rồi khởi động lại.",
                "This machine has no PostgreSQL: run “apt-get install postgresql-15 postgresql-15-postgis-3” and start again.");
        }

        var withPostGis = found.Where(installation => HasPostGis(installation.Bin, installation.Major)).ToList();
        var wanted = clusterMajor ?? found[0].Major;
        if (withPostGis.Count == 0 || (clusterMajor is not null && withPostGis.All(one => one.Major != clusterMajor)))
        {
            throw clusterMajor is null || found.Any(one => one.Major == clusterMajor)
                ? new StartupException(
                    $"PostgreSQL {wanted} trên máy này chưa có PostGIS: hãy chạy “apt-get install postgresql-{wanted}-postgis-3” rồi khởi động lại.",
                    $"PostgreSQL {wanted} on this machine has no PostGIS: run “apt-get install postgresql-{wanted}-postgis-3” and start again.")
                : new StartupException(
                    $"Thư mục dữ liệu được tạo bằng PostgreSQL {wanted}, máy này chỉ có bản {found[0].Major}: hãy cài postgresql-{wanted}-postgis-3.",
                    $"The data folder was made with PostgreSQL {wanted}, this machine has version {found[0].Major} only: install postgresql-{wanted}-postgis-3.");
        }

        var chosen = withPostGis.First(one => clusterMajor is null || one.Major == clusterMajor);
        return new(chosen.Bin, chosen.Major);
    }

    static IEnumerable<string> Folders()
    {
        foreach (var root in new[] { "/usr/lib/postgresql", "/usr/pgsql" })
        {
            if (Directory.Exists(root))
            {
                foreach (var version in Directory.GetDirectories(root))
                {
                    yield return Path.Combine(version, "bin");
                }
            }
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }
    }

    static string ResolveFolder(string folder)
    {
        try
        {
            var program = new FileInfo(Path.Combine(folder, "initdb"));
            return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return folder;
        }
    }

    // "postgres (PostgreSQL) 15.20 (Debian …)"
    static int MajorOf(string bin)
    {
        var (exitCode, output) = ProgramRun.Of(Path.Combine(bin, "initdb"), ["--version"]);
        var version = output.Split(' ', '\n').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0])) ?? "";
        return exitCode == 0
            && int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
    }

    static bool HasPostGis(string bin, int major)
    {
        var share = new List<string> { $"/usr/share/postgresql/{major}", Path.Combine(bin, "..", "share") };
        var pgConfig = Path.Combine(bin, "pg_config");
        if (File.Exists(pgConfig) && ProgramRun.Of(pgConfig, ["--sharedir"]) is (0, var folder))
        {
            share.Insert(0, folder.Trim());
        }

        return share.Any(path => File.Exists(Path.Combine(path, "extension", "postgis.control")));
    }
}
