using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.Database;

public sealed class ReadingAsThePublic(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task Execute(string sql)
    {
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM pub.feature_version")]
    [InlineData("SELECT count(*) FROM pub.layer_industrial_parks")]
    [InlineData("SELECT count(*) FROM pub.revision")]
    public Task Reaches_what_is_published(string sql) => Execute(sql);

    [Theory]
    [InlineData("SELECT count(*) FROM plan.feature_version")]
    [InlineData("SELECT count(*) FROM plan.change")]
    [InlineData("SELECT count(*) FROM plan.audit")]
    [InlineData("SELECT plan.make_partitions('x')")]
    [InlineData("DELETE FROM pub.feature_version")]
    [InlineData("INSERT INTO pub.feature_overview VALUES ('x', 1, 1, NULL)")]
    [InlineData("CREATE TABLE pub.mine (id int)")]
    [InlineData("CREATE TABLE public.mine (id int)")]
    [InlineData("CREATE TEMP TABLE mine (id int)")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    public async Task Reaches_nothing_else(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Execute(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Reaches_every_table_of_pub_including_new_partitions()
    {
        var site = await shared.Get();
        await using var unreadable = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT coalesce(string_agg(relname, ', '), '')
            FROM pg_class
            WHERE relnamespace = 'pub'::regnamespace
              AND relkind IN ('r', 'p', 'v')
              AND NOT has_table_privilege(oid, 'SELECT')
            """);

        Assert.Equal("", await unreadable.ExecuteScalarAsync(Cancellation));
    }
}
