using Npgsql;

namespace LongAnGis.IntegrationTests.StartUp;

/// <summary>A service or a connection that is killed anywhere in the first load leaves a database that the next start completes.</summary>
public sealed class AStartThatIsInterrupted : IDisposable
{
    const string Everything =
        """
        SELECT (SELECT count(*) FROM plan.schema_migration) || ' migrations, ' || (SELECT count(*) FROM pub.revision) || ' revisions, '
            || (SELECT count(*) FROM pub.feature_version) || ' versions, ' || (SELECT count(*) FROM pub.area) || ' areas'
        """;

    readonly string folder = TestCluster.NewFolder();

    [Theory]
    // When a migration has been applied, when the first features stand, and a moment later.
    [InlineData("SELECT to_regclass('plan.schema_migration') IS NOT NULL")]
    [InlineData("SELECT to_regclass('plan.feature_version') IS NOT NULL AND EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE '%plan.%' AND pid <> pg_backend_pid())")]
    public async Task Is_completed_by_the_next_one(string moment)
    {
        var database = await TestCluster.NewEmptyDatabase();

        await using (var killed = Start(database))
        {
            await Reach(database, moment);
            await killed.Kill();
        }

        await using var next = Start(database);
        await next.BeReady();
        Assert.Equal(await Ask(await TestCluster.NewSeededDatabase(), Everything), await Ask(database, Everything));
    }

    [Fact]
    public async Task Is_explained_when_the_database_goes_away_and_completed_by_the_next_one()
    {
        var database = await TestCluster.NewEmptyDatabase();

        await using (var cut = Start(database))
        {
            await Reach(database, "SELECT to_regclass('plan.feature_version') IS NOT NULL");
            var name = new NpgsqlConnectionStringBuilder(database).Database;
            var elsewhere = new NpgsqlConnectionStringBuilder(database) { Database = "postgres" }.ConnectionString;
            await Ask(elsewhere, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await Ask(elsewhere, $"SELECT count(pg_terminate_backend(pid))::text FROM pg_stat_activity WHERE datname = '{name}'");
            var (exitCode, errors) = await cut.End();

            await Ask(elsewhere, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            Assert.Equal(1, exitCode);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            Assert.Contains(" · ", errors.Split('\n')[^1], StringComparison.Ordinal);
        }

        await using var next = Start(database);
        await next.BeReady();
        Assert.Equal(await Ask(await TestCluster.NewSeededDatabase(), Everything), await Ask(database, Everything));
    }

    ServiceProcess Start(string database) => ServiceProcess.Start("--data-dir", folder, "--ConnectionStrings:Plan", database);

    static async Task Reach(string database, string moment)
    {
        for (var i = 0; i < 2000; i++)
        {
            if (await Ask(database, $"SELECT ({moment})::text") is "true")
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail($"The load never came to: {moment}");
    }

    static async Task<string?> Ask(string database, string sql)
    {
        var once = new NpgsqlConnectionStringBuilder(database) { Pooling = false };
        await using var connection = new NpgsqlConnection(once.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
