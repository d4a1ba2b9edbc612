using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Records figures on a test's own site as the service does, each call as an edition of its own.</summary>
public sealed class Figures(TestSite site)
{
    public const string Province = "80-to-2025";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    PlanDatabase Database => site.Services.GetRequiredService<PlanDatabase>();

    /// <summary>Records one yearly figure by a person and answers the edition.</summary>
    public Task<int> Record(string indicator, string region, int year, decimal value, string status = "observed") =>
        Edition("plan.record_observations", FormattableString.Invariant($$"""
            [{"indicator_code": "{{indicator}}", "region_code": "{{region}}", "period_kind": "year",
              "period_start": "{{year}}-01-01", "status": "{{status}}", "value": {{value}}, "source_url": "https://example.org/figure"}]
            """));

    /// <summary>Ends a yearly figure without another in its place.</summary>
    public async Task<int> Withdraw(string indicator, string region, int year)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var edition = await Begin(connection);
        await using var command = new NpgsqlCommand("""
            UPDATE plan.observation SET edition_to = $1
            WHERE indicator_code = $2 AND region_code = $3 AND period_kind = 'year' AND period_start = make_date($4, 1, 1)
              AND NOT is_plan AND edition_to IS NULL
            """, connection);
        command.Parameters.AddWithValue(edition);
        command.Parameters.AddWithValue(indicator);
        command.Parameters.AddWithValue(region);
        command.Parameters.AddWithValue(year);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        await transaction.CommitAsync(Cancellation);
        return edition;
    }

    /// <summary>The value as the public may read it at an edition; null when there is none.</summary>
    public async Task<decimal?> Value(string indicator, string region, int year, int edition = int.MaxValue)
    {
        await using var command = site.Services.GetRequiredService<PublicDatabase>().CreateCommand("""
            SELECT value FROM pub.observation
            WHERE indicator_code = $1 AND region_code = $2 AND period_kind = 'year' AND period_start = make_date($3, 1, 1)
              AND NOT is_plan AND edition_from <= $4 AND (edition_to IS NULL OR edition_to > $4)
            """);
        command.Parameters.AddWithValue(indicator);
        command.Parameters.AddWithValue(region);
        command.Parameters.AddWithValue(year);
        command.Parameters.AddWithValue(edition);
        return (decimal?)await command.ExecuteScalarAsync(Cancellation);
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    async Task<int> Edition(string function, string rows)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var edition = await Begin(connection);
        await using var command = new NpgsqlCommand($"SELECT {function}($1, $2)", connection);
        command.Parameters.AddWithValue(edition);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, rows);
        await command.ExecuteNonQueryAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return edition;
    }

    static async Task<int> Begin(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT plan.begin_edition(now(), 'An officer', NULL, false, 'test')", connection);
        return (int)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
