using System.Globalization;
using Npgsql;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// What <c>postmaster.pid</c> says of a server: its process, port and socket folder. The file outlives a server that was
/// killed, so only an answer on the connection proves that it runs.
/// </summary>
sealed record RunningServer(int ProcessId, int Port, string SocketFolder)
{
    public static RunningServer? Read(string dataFolder)
    {
        try
        {
            // Lines: process, data folder, start time, port, socket folder, listen address, …
            var lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
            return lines.Length >= 5
                ? new(int.Parse(lines[0], CultureInfo.InvariantCulture), int.Parse(lines[3], CultureInfo.InvariantCulture), lines[4])
                : null;
        }
        catch (Exception absent) when (absent is IOException or FormatException)
        {
            return null;
        }
    }

    public NpgsqlConnectionStringBuilder Address(string password, string database) => new()
    {
        Host = SocketFolder.Length > 0 ? SocketFolder : "127.0.0.1",
        Port = Port,
        Username = ClusterServer.Owner,
        Password = password,
        Database = database,
    };

    /// <summary>
    /// Whether the process is one of PostgreSQL's and lives: a number can have passed to another program, and a container
    /// without an init process keeps the dead as zombies.
    /// </summary>
    public bool IsPostgres()
    {
        try
        {
            // "8307 (postgres) S 1 …"
            var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
            return stat.Contains("(post", StringComparison.Ordinal) && !stat.Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether it lets us in, which it does only once it has recovered.</summary>
    public async Task<bool> Answers(string password, CancellationToken cancellation)
    {
        var address = Address(password, "postgres");
        address.Pooling = false;
        address.Timeout = 3;
        try
        {
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
