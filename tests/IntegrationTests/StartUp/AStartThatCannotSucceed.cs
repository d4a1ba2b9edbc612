using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LongAnGis.IntegrationTests.StartUp;

/// <summary>Each obstacle is one sentence on standard error, in both languages, with an exit code; never a stack trace.</summary>
public sealed class AStartThatCannotSucceed : IDisposable
{
    readonly string folder = TestCluster.NewFolder();

    [Fact]
    public async Task Says_that_the_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await IsRefused($"Port {port} is in use", "--port", $"{port}", "--ConnectionStrings:Plan", await TestCluster.NewEmptyDatabase());
    }

    [Fact]
    public Task Says_that_a_port_is_no_number() => IsRefused("Port “mười” is not valid", "--port", "mười");

    [Fact]
    public Task Says_that_PostgreSQL_is_missing() =>
        IsRefused("apt-get install postgresql-15 postgresql-15-postgis-3", "--Postgres:Bin", folder);

    [Fact]
    public Task Says_that_PostGIS_is_missing()
    {
        PretendPostgres(major: 14);

        return IsRefused("PostgreSQL 14 on this machine has no PostGIS", "--Postgres:Bin", folder);
    }

    [Fact]
    public Task Says_that_the_data_folder_needs_another_PostgreSQL()
    {
        var cluster = Path.Combine(folder, "postgres", "data");
        Directory.CreateDirectory(cluster);
        File.WriteAllText(Path.Combine(cluster, "PG_VERSION"), "99\n");

        return IsRefused("made with PostgreSQL 99");
    }

    [Fact]
    public async Task Says_that_the_database_is_of_a_newer_version()
    {
        var database = await TestCluster.NewSeededDatabase();
        await Execute(database, "INSERT INTO plan.schema_migration (scriptname, applied) VALUES ('9999_from_the_future.sql', now())");

        await IsRefused("made by a newer LongAnGis", "--ConnectionStrings:Plan", database);
    }

    [Fact]
    public Task Says_that_nobody_answers_at_the_address_of_the_database() =>
        IsRefused(
            "cannot be reached",
            "--ConnectionStrings:Plan",
            $"Host=127.0.0.1;Port={ServiceProcess.FreePort()};Username=a;Password=b;Database=c");

    [Fact]
    public Task Says_that_the_connection_string_cannot_be_read() =>
        IsRefused("ConnectionStrings__Plan cannot be read", "--ConnectionStrings:Plan", "Hots=nowhere");

    [Fact]
    public async Task Says_that_the_database_does_not_exist()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(await TestCluster.NewEmptyDatabase()) { Database = "absent" };

        await IsRefused("has no database “absent”", "--ConnectionStrings:Plan", nowhere.ConnectionString);
    }

    [Fact]
    public async Task Says_that_the_password_is_wrong()
    {
        var stranger = new NpgsqlConnectionStringBuilder(await TestCluster.NewEmptyDatabase()) { Password = "wrong" };

        await IsRefused("does not accept the account “longan”", "--ConnectionStrings:Plan", stranger.ConnectionString);
    }

    [Fact]
    public async Task Says_that_the_account_lacks_rights()
    {
        var database = await TestCluster.NewEmptyDatabase();
        await Execute(database, "DROP ROLE IF EXISTS visitor; CREATE ROLE visitor LOGIN PASSWORD 'visitor'");
        var visitor = new NpgsqlConnectionStringBuilder(database) { Username = "visitor", Password = "visitor" };

        await IsRefused("The account “visitor” lacks rights", "--ConnectionStrings:Plan", visitor.ConnectionString);
    }

    [Fact]
    public Task Says_that_the_data_folder_cannot_be_written() =>
        IsRefused("cannot be written", "--data-dir", "/proc/nowhere");

    [Fact]
    public async Task Says_which_verbs_there_are()
    {
        var (exitCode, errors) = await ServiceProcess.Fail("sreve");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Không có lệnh “sreve”. · There is no verb “sreve”.", errors, StringComparison.Ordinal);
        Assert.Contains("migrate", errors, StringComparison.Ordinal);
    }

    async Task IsRefused(string sentence, params string[] options)
    {
        // The last word on an option counts.
        var (exitCode, errors) = await ServiceProcess.Fail(["--data-dir", folder, .. options]);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    void PretendPostgres(int major)
    {
        foreach (var program in new[] { "initdb", "pg_ctl" })
        {
            var path = Path.Combine(folder, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {major}.1'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    static async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
