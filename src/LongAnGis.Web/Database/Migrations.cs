using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>
/// Brings the schema to this program's version: every file in <c>Migrations/</c>, once, in order, each in a transaction of
/// its own; then every file in <c>Definitions/</c>, at each start. One server migrates at a time, the others wait.
/// </summary>
public sealed class Migrations(DatabaseAddress address, ILogger<Migrations> log)
{
    const string Folder = "Database/Migrations";
    const string Definitions = "Database/Definitions";
    // Any number that nothing else locks in this database.
    const long Lock = 0x4C6F6E67416E; // "LongAn"

    public async Task Run(CancellationToken cancellation)
    {
        // Not pooled: the extension that a migration creates brings types which connections opened before do not know.
        // Without a search path: migrations name their schemas, and DbUp would take the path for a schema to create.
        var owner = new NpgsqlConnectionStringBuilder(address.Owner.ConnectionString)
        {
            Pooling = false,
            CommandTimeout = 0,
            SearchPath = null,
        };
        await using var guard = new NpgsqlConnection(owner.ConnectionString);
        await guard.OpenAsync(cancellation);
        await Execute(guard, $"SELECT pg_advisory_lock({Lock})", cancellation);
        await Execute(guard, "CREATE SCHEMA IF NOT EXISTS plan", cancellation);

        var ours = Sql.In(Folder).Select(name => (Name: name[(Folder.Length + 1)..], Text: Sql.Read(name))).ToList();
        await RefuseNewer(guard, [.. ours.Select(migration => migration.Name)], cancellation);

        var result = DeployChanges.To.PostgresqlDatabase(owner.ConnectionString)
            .WithScripts(ours.Select(migration => new SqlScript(migration.Name, migration.Text)))
            // DbUp's $name$ variables collide with PL/pgSQL's dollar quotes.
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .WithExecutionTimeout(TimeSpan.Zero)
            .JournalToPostgresqlTable("plan", "schema_migration")
            .LogTo(new UpgradeLog(log))
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new MigrationFailedException(result.ErrorScript?.Name ?? "?", result.Error);
        }

        await Define(owner, cancellation);
    }

    // Functions and triggers are the present, not history: every start states them again.
    static async Task Define(NpgsqlConnectionStringBuilder owner, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(owner.ConnectionString);
        await connection.OpenAsync(cancellation);
        foreach (var name in Sql.In(Definitions))
        {
            await Execute(connection, Sql.Read(name), cancellation);
        }
    }

    static async Task RefuseNewer(NpgsqlConnection connection, HashSet<string> ours, CancellationToken cancellation)
    {
        await using var journalExists = new NpgsqlCommand("SELECT to_regclass('plan.schema_migration') IS NOT NULL", connection);
        if (await journalExists.ExecuteScalarAsync(cancellation) is not true)
        {
            return;
        }

        await using var journal = new NpgsqlCommand("SELECT scriptname FROM plan.schema_migration ORDER BY 1", connection);
        await using var row = await journal.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var name = row.GetString(0);
            if (!ours.Contains(name))
            {
                throw new StartupException(
                    $"Cơ sở dữ liệu này do một bản LongAnGis mới hơn tạo (có bước “{name}”): hãy chạy bản mới đó.",
                    $"This database was made by a newer LongAnGis (it has the step “{name}”): run that newer version.");
            }
        }
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    sealed class UpgradeLog(ILogger log) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) => Write(LogLevel.Debug, null, format, args);
        public void LogDebug(string format, params object[] args) => Write(LogLevel.Debug, null, format, args);
        public void LogInformation(string format, params object[] args) => Write(LogLevel.Information, null, format, args);
        public void LogWarning(string format, params object[] args) => Write(LogLevel.Warning, null, format, args);
        // The failure itself travels on as an exception and is logged there.
        public void LogError(string format, params object[] args) => Write(LogLevel.Debug, null, format, args);
        public void LogError(Exception ex, string format, params object[] args) => Write(LogLevel.Debug, ex, format, args);

        void Write(LogLevel level, Exception? failure, string format, object[] args) =>
            log.Log(level, failure, "{Message}", string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
    }
}

/// <summary>A migration that did not go through; nothing of it remains.</summary>
public sealed class MigrationFailedException(string name, Exception cause) : Exception($"Migration {name} failed: {cause.Message}", cause);
