using System.Diagnostics;
using LongAnGis.Web.Database.PrivateCluster;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Verbs;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>What a person may ask of the database from the command line.</summary>
static class DatabaseVerbs
{
    public static void AddDatabaseVerbs(this IServiceCollection services)
    {
        services.AddSingleton(new Verb(
            "migrate", "migrate", "nâng cấp cơ sở dữ liệu, nạp dữ liệu rồi dừng", "bring the database up to date, load the seed and stop", Migrate));
        services.AddSingleton(new Verb(
            "db", "db [psql options]", "mở psql trong cơ sở dữ liệu quy hoạch", "open psql in the plan's database", OpenPsql));
        services.AddSingleton(new Verb(
            "reset", "reset [--yes]", "xóa thư mục dữ liệu", "remove the data folder", Reset));
    }

    static async Task<int> Migrate(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<PreparedDatabase>();
        try
        {
            await database.Open(shared: true, cancellation);
            return 0;
        }
        finally
        {
            await database.Close();
        }
    }

    static async Task<int> OpenPsql(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var server = services.GetRequiredService<IDatabaseServer>();
        var address = await server.Start(shared: true, cancellation);
        try
        {
            return await RunPsql(address, arguments);
        }
        finally
        {
            await server.Stop();
        }
    }

    static async Task<int> RunPsql(NpgsqlConnectionStringBuilder address, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("psql", arguments);
        start.Environment["PGHOST"] = address.Host;
        start.Environment["PGPORT"] = address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = address.Username;
        start.Environment["PGPASSWORD"] = address.Password;
        start.Environment["PGDATABASE"] = address.Database;
        start.Environment["PGOPTIONS"] = "-c search_path=plan,public";
        try
        {
            using var psql = Process.Start(start)!;
            // Ctrl-C cancels a query in psql; it must not end us and the server with it.
            await psql.WaitForExitAsync(CancellationToken.None);
            return psql.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new StartupException(
                "Máy này chưa có psql: hãy chạy “apt-get install postgresql-client”.",
                "This machine has no psql: run “apt-get install postgresql-client”.", absent);
        }
    }

    static Task<int> Reset(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var cluster = services.GetRequiredService<ClusterFolder>();
        if (!Directory.Exists(folder.Path))
        {
            return Task.FromResult(0);
        }

        // Somebody's home folder given by mistake holds no cluster.
        if (!Directory.Exists(cluster.Root))
        {
            throw new StartupException(
                $"Thư mục {folder.Path} không chứa dữ liệu của LongAnGis.", $"The folder {folder.Path} holds no data of LongAnGis.");
        }

        using (DataFolderLock.TryTake(cluster.LockFile) ?? throw ClusterServer.InUse(cluster))
        {
            if (!Confirmed(services, folder))
            {
                return Task.FromResult(1);
            }

            services.GetRequiredService<ClusterServer>().StopLeftover();
            Directory.Delete(cluster.Root, recursive: true);
        }

        Directory.Delete(folder.Path, recursive: true);
        return Task.FromResult(0);
    }

    static bool Confirmed(IServiceProvider services, DataFolder folder)
    {
        if (services.GetRequiredService<IConfiguration>().GetValue("yes", false))
        {
            return true;
        }

        Console.Write($"Xóa mọi dữ liệu trong {folder.Path}? · Remove everything in {folder.Path}? [c/y] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "c" or "y";
    }
}
