using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// The service's own PostgreSQL server. It is made on the first start, found again when it outlived a killed service, started
/// anew when it died while we serve, and stopped when we stop. It is a process of its own session: Ctrl-C in the terminal
/// reaches us alone, so requests end before their database does.
/// </summary>
public sealed class ClusterServer(
    ClusterFolder folder,
    ClusterConfiguration settings,
    ServerAccount account,
    IConfiguration configuration,
    Terminal terminal,
    ILogger<ClusterServer> log) : IDatabaseServer, IAsyncDisposable
{
    /// <summary>The role that owns everything in the cluster.</summary>
    public const string Owner = "longan";

    /// <summary>The database in the cluster.</summary>
    public const string Database = "longan";

    static readonly TimeSpan FirstStartPatience = TimeSpan.FromSeconds(90);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    readonly CancellationTokenSource stopping = new();
    readonly Lock ending = new();
    DataFolderLock? ownership;
    Task? end;
    PostgresInstallation? programs;
    Task watching = Task.CompletedTask;

    /// <inheritdoc />
    public async Task<NpgsqlConnectionStringBuilder> Start(bool shared, CancellationToken cancellation)
    {
        folder.Prepare();
        end = null;
        ownership = DataFolderLock.TryTake(folder.LockFile);
        if (ownership is null)
        {
            // A verb works beside the service that runs; a second service does not.
            return shared && RunningServer.Read(folder.Data) is { } neighbour && await neighbour.Answers(folder.Password(), cancellation)
                ? neighbour.Address(folder.Password(), Database)
                : throw InUse(folder);
        }

        programs = PostgresInstallation.Find(configuration["Postgres:Bin"], folder.Major);
        try
        {
            if (folder.Major is null)
            {
                terminal.Say("Đang tạo cụm PostgreSQL riêng…", "Making the private PostgreSQL cluster…");
                new ClusterBirth(folder, account, programs).Make();
            }

            var address = await Run(FirstStartPatience, cancellation);
            await EnsureDatabase(address, cancellation);
            watching = Watch();
            return address;
        }
        catch (IOException full) when (ClusterFolder.IsFull(full.Message))
        {
            throw folder.DiskFull(full);
        }
    }

    public static StartupException InUse(ClusterFolder folder) => new(
        $"Thư mục dữ liệu {Path.GetDirectoryName(folder.LockFile)} đang được một LongAnGis khác dùng: dừng chương trình đó hoặc chọn thư mục khác bằng --data-dir.",
        $"The data folder {Path.GetDirectoryName(folder.LockFile)} is in use by another LongAnGis: stop that one or choose another folder with --data-dir.");

    /// <inheritdoc />
    public Task Stop()
    {
        // A host that is stopped and disposed of tells it twice at once: both wait for the one end.
        lock (ending)
        {
            return ownership is null ? Task.CompletedTask : end ??= StopOwned(ownership);
        }
    }

    async Task StopOwned(DataFolderLock owned)
    {
        await stopping.CancelAsync();
        await watching;
        NpgsqlConnection.ClearAllPools();
        if (programs is not null && File.Exists(Path.Combine(folder.Data, "postmaster.pid")))
        {
            var (exitCode, output) = Control("stop", "--mode=fast", "--wait", "--timeout=60");
            log.Log(exitCode == 0 ? LogLevel.Information : LogLevel.Error, "Database server stopped: {Output}", output);
        }

        owned.Dispose();
        ownership = null;
    }

    /// <summary>Stops a server whose service is gone, if there is one.</summary>
    public void StopLeftover()
    {
        if (RunningServer.Read(folder.Data)?.IsPostgres() is true)
        {
            programs = PostgresInstallation.Find(configuration["Postgres:Bin"], folder.Major);
            Control("stop", "--mode=immediate", "--wait", "--timeout=20");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        stopping.Dispose();
    }

    /// <summary>Makes the server answer, whatever state it was left in; within this time, or however long it takes.</summary>
    async Task<NpgsqlConnectionStringBuilder> Run(TimeSpan? patience, CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + patience;
        var pause = TimeSpan.FromMilliseconds(200);
        for (var attempt = 1; ; attempt++)
        {
            var found = RunningServer.Read(folder.Data);
            if (found is not null && await found.Answers(folder.Password(), cancellation))
            {
                return found.Address(folder.Password(), Database);
            }

            var alive = found?.IsPostgres() is true;
            var reason = alive
                ? $"process {found!.ProcessId} of the server is starting, recovering or stopping"
                : TryStart(found is not null);
            if (reason is null)
            {
                continue;
            }

            if (DateTime.UtcNow > until)
            {
                throw CannotStart(reason);
            }

            // After kill -9 the first start fails while the old backends end and give back their shared memory.
            if (attempt == 1)
            {
                terminal.Say("Đang chờ máy chủ cơ sở dữ liệu sẵn sàng…", "Waiting for the database server to get ready…");
            }

            log.LogInformation("The database server is not ready (try {Attempt}), waiting {Pause} s: {Reason}", attempt, pause.TotalSeconds, reason);
            await Task.Delay(pause, cancellation);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, LongestPause.Ticks));
        }
    }

    /// <summary>Starts the server; null when that went well, else what stood in the way.</summary>
    string? TryStart(bool pidFileIsStale)
    {
        if (pidFileIsStale)
        {
            // Its process is gone or is no PostgreSQL: left in place, a reused number would keep the server from starting.
            File.Delete(Path.Combine(folder.Data, "postmaster.pid"));
        }

        var port = settings.Write();
        File.Delete(folder.StartLog);
        var (exitCode, output) = Control("start", "--wait", "--timeout=60", "--silent", $"--log={folder.StartLog}");
        if (exitCode == 0)
        {
            log.LogInformation("Database server runs on port {Port}", port);
            return null;
        }

        return File.Exists(folder.StartLog) ? File.ReadAllText(folder.StartLog).Trim() : output.Trim();
    }

    (int ExitCode, string Output) Control(string action, params IEnumerable<string> options) =>
        account.Run(programs!.Program("pg_ctl"), [action, $"--pgdata={folder.Data}", .. options], folder.Root);

    StartupException CannotStart(string reason)
    {
        var cause = new IOException(reason + LastServerLog());
        return ClusterFolder.IsFull(cause.Message)
            ? folder.DiskFull(cause)
            : new StartupException(
                $"Máy chủ cơ sở dữ liệu không khởi động được; nguyên nhân nằm trong {folder.ServerLogs}.",
                $"The database server does not start; the reason is in {folder.ServerLogs}.", cause);
    }

    string LastServerLog()
    {
        var newest = new DirectoryInfo(folder.ServerLogs).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).FirstOrDefault();
        return newest is null ? "" : "\n" + string.Join('\n', File.ReadLines(newest.FullName).TakeLast(20));
    }

    static async Task EnsureDatabase(NpgsqlConnectionStringBuilder address, CancellationToken cancellation)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{Database}')", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is false)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {Database} TEMPLATE template0 ENCODING 'UTF8'", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>
    /// Holds one quiet connection, which breaks the moment the server dies, and brings the server back. Meanwhile requests
    /// that need it answer 503 with Retry-After.
    /// </summary>
    async Task Watch()
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var address = await Run(patience: null, stopping.Token);
                address.Pooling = false;
                address.ApplicationName = "LongAnGis supervisor";
                address.Database = "postgres";
                await using var line = new NpgsqlConnection(address.ConnectionString);
                await line.OpenAsync(stopping.Token);
                await line.WaitAsync(stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogWarning("The connection to the database server broke: {Reason}", broken.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }
        }
    }
}
