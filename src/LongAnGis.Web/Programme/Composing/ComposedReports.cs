using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Composing;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>A composed report that is kept, without its figures.</summary>
/// <param name="Revision">Grows with each save of its texts.</param>
/// <param name="IssuedAt">When it went out; null while its texts can be edited.</param>
public sealed record ComposedReport(
    Guid Id, ReportingPeriod Period, ReportScope Scope, int Version, DateTime ComposedAt, string ComposedBy, ComposedTexts? Texts, int Revision,
    DateTime? IssuedAt, string? IssuedBy)
{
    public string Path => PathOf(Id);

    public bool IsIssued => IssuedAt is not null;

    public static string PathOf(Guid id) => $"{ComposingEndpoints.Page}/{id}";
}

/// <summary>The archive of composed reports: everyone who is signed in reads them. Figures never change, so those read last are kept in memory.</summary>
public sealed class ComposedReports(PlanDatabase database, TimeProvider clock) : IDisposable
{
    /// <summary>Of 5,000 tasks the figures take some 5 MB.</summary>
    const int MostKept = 16;

    static readonly string OneQuery = Sql.Beside<ComposedReports>("ComposedReport");
    static readonly string AllQuery = Sql.Beside<ComposedReports>();
    static readonly string TurnQuery = Sql.Beside<ComposedReports>("TakeComposed");
    static readonly string KeepQuery = Sql.Beside<ComposedReports>("KeepComposed");
    static readonly string SaveQuery = Sql.Beside<ComposedReports>("SaveComposed");

    /// <summary>What follows from the rest of a record is calculated again, not stored.</summary>
    static readonly JsonSerializerOptions Stored = new() { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    public static readonly Refusal NotFound = Refusal.NotFound("Không có báo cáo tổng hợp này.", "There is no such composed report.");

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The newest first, each with the name of its scope.</summary>
    public async Task<IReadOnlyList<(ComposedReport Report, Bilingual Scope)>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AllQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var reports = new List<(ComposedReport, Bilingual)>();
        while (await row.ReadAsync(cancellation))
        {
            reports.Add((Read(row, texts: null), row.GetBilingual(10)));
        }

        return reports;
    }

    /// <exception cref="RefusedException">404 when there is no such report.</exception>
    public async Task<ComposedReport> Find(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Find(connection, id, cancellation) ?? throw new RefusedException(NotFound);
    }

    internal static async Task<ComposedReport?> Find(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(OneQuery, connection);
        command.Parameters.AddWithValue("id", id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row, JsonSerializer.Deserialize<ComposedTexts>(row.GetString(6), Stored)) : null;
    }

    public async Task<ComposedFigures> Figures(Guid id, CancellationToken cancellation)
    {
        if (kept.TryGetValue(id, out ComposedFigures? known))
            return known!;

        await using var command = database.CreateCommand("SELECT figures::text FROM plan.composed_report WHERE id = $1");
        command.Parameters.AddWithValue(id);
        var figures = await command.ExecuteScalarAsync(cancellation) is string json
            ? JsonSerializer.Deserialize<ComposedFigures>(json, Stored)!
            : throw new RefusedException(NotFound);
        return kept.Set(id, figures, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>Keeps a new report as the next version of its scope and period.</summary>
    internal async Task<Guid> Keep(
        NpgsqlConnection connection, ReportScope scope, ComposedFigures figures, ComposedTexts texts, Person person, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        foreach (var sql in new[] { TurnQuery, KeepQuery })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("id", id);
            command.Parameters.AddWithValue("scope", scope.ToString());
            command.Parameters.AddWithValue("period", figures.Period);
            command.Parameters.AddWithValue("figures", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(figures, Stored));
            command.Parameters.AddWithValue("texts", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(texts, Stored));
            command.Parameters.AddWithValue("now", clock.GetUtcNow());
            command.Parameters.AddWithValue("person", person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return id;
    }

    /// <summary>False when somebody else has saved or issued it meanwhile.</summary>
    /// <param name="based">The revision that the texts were based on.</param>
    internal async Task<bool> Save(
        NpgsqlConnection connection, Guid id, int based, ComposedTexts texts, bool issues, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SaveQuery, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("base", based);
        command.Parameters.AddWithValue("texts", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(texts, Stored));
        command.Parameters.AddWithValue("issues", issues);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    public void Dispose() => kept.Dispose();

    static ComposedReport Read(DbDataReader row, ComposedTexts? texts) => new(
        row.GetGuid(0), ReportingPeriod.Parse(row.GetString(1)), ReportScope.Parse(row.GetString(2)), row.GetInt32(3), row.GetDateTime(4), row.GetString(5), texts,
        row.GetInt32(7), row.Find<DateTime>(8), row.FindString(9));
}
