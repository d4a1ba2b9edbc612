using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>Which report: of a unit, on a task, for a period.</summary>
public sealed record ReportKey(ReportingPeriod Period, string Agency, string Task)
{
    public string Path => $"/programme/reports/{Period}/{Agency}/{Task}";
}

/// <summary>What the head decided about a filed version.</summary>
public sealed record ReportDecision(bool IsApproved, string? Note, DateTime At, string By);

/// <summary>A version as it was filed.</summary>
public sealed record FiledReport(
    long Id, int Version, DateOnly LastDay, ReportContent Content, DateTime FiledAt, Guid FiledBy, string FiledByName, ReportDecision? Decision,
    ReportingPeriod Period)
{
    public ReportState State => Decision is null ? ReportState.Filed : Decision.IsApproved ? ReportState.Approved : ReportState.Returned;
}

/// <summary>A report that is being written.</summary>
public sealed record ReportDraft(int Revision, ReportContent Content, DateTime SavedAt, string SavedByName);

/// <summary>How far a report of a period is.</summary>
/// <param name="Version">Of the newest filed one; null when none was filed.</param>
public sealed record ReportStanding(ReportState State, int? Version, decimal? Percent, DateTime? FiledAt);

/// <summary>A report that waits for the head of its unit.</summary>
public sealed record WaitingReport(ReportKey Key, int Version, decimal Percent, DateTime FiledAt);

/// <summary>A file of evidence, without its content.</summary>
public sealed record ReportFile(Guid Id, string Name, int Size);

/// <summary>Reads reports: everyone who is signed in may.</summary>
public sealed class ReportReading(PlanDatabase database)
{
    static readonly string VersionsQuery = Sql.Beside<ReportReading>("ReportVersions");
    static readonly string BeforeQuery = Sql.Beside<ReportReading>("ReportBefore");
    static readonly string DraftQuery = Sql.Beside<ReportReading>("ReportDraft");
    static readonly string PeriodQuery = Sql.Beside<ReportReading>("PeriodReports");
    static readonly string FilesQuery = Sql.Beside<ReportReading>("ReportFiles");
    static readonly string WaitingQuery = Sql.Beside<ReportReading>("WaitingReports");

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có báo cáo này: nhiệm vụ không do đơn vị này chủ trì, hoặc không có trong chương trình.",
        "There is no such report: this unit does not lead the task, or the programme does not have it.");

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<FiledReport>> Versions(ReportKey key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Versions(connection, key, cancellation);
    }

    public async Task<ReportDraft?> Draft(ReportKey key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Draft(connection, key, cancellation);
    }

    /// <summary>What the unit said last of an earlier day; null when it never did.</summary>
    public async Task<FiledReport?> Before(ReportKey key, DateOnly lastDay, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Before(connection, key, lastDay, cancellation);
    }

    /// <summary>How far the reports of a period are, by unit and task; what nobody has begun is not there.</summary>
    /// <param name="agency">One unit; null for all.</param>
    public async Task<IReadOnlyDictionary<(string Agency, string Task), ReportStanding>> Standings(ReportingPeriod period, string? agency, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(PeriodQuery);
        command.Parameters.AddWithValue("period", period.ToString());
        command.Parameters.AddWithValue("agency", NpgsqlDbType.Text, (object?)agency ?? DBNull.Value);
        var standings = new Dictionary<(string, string), ReportStanding>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var version = row.Find<int>(2);
            var state = version is null ? ReportState.Draft : row.FindString(5) switch
            {
                null => ReportState.Filed,
                "approved" => ReportState.Approved,
                _ => ReportState.Returned,
            };
            standings[(row.GetString(0), row.GetString(1))] = new(state, version, row.Find<decimal>(3), row.Find<DateTime>(4));
        }

        return standings;
    }

    public async Task<IReadOnlyList<WaitingReport>> Waiting(string agency, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WaitingQuery);
        command.Parameters.AddWithValue("agency", agency);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var waiting = new List<WaitingReport>();
        while (await row.ReadAsync(cancellation))
        {
            waiting.Add(new(new(ReportingPeriod.Parse(row.GetString(0)), agency, row.GetString(1)), row.GetInt32(2), row.GetDecimal(3), row.GetDateTime(4)));
        }

        return waiting;
    }

    public async Task<IReadOnlyList<ReportFile>> Files(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(FilesQuery);
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, ids.Distinct().ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var files = new List<ReportFile>();
        while (await row.ReadAsync(cancellation))
        {
            files.Add(new(row.GetGuid(0), row.GetString(1), row.GetInt32(2)));
        }

        return files;
    }

    internal static async Task<IReadOnlyList<FiledReport>> Versions(NpgsqlConnection connection, ReportKey key, CancellationToken cancellation)
    {
        await using var command = Ask(connection, VersionsQuery, key);
        command.Parameters.AddWithValue("period", key.Period.ToString());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<FiledReport>();
        while (await row.ReadAsync(cancellation))
        {
            versions.Add(ReadFiled(row));
        }

        return versions;
    }

    internal static async Task<ReportDraft?> Draft(NpgsqlConnection connection, ReportKey key, CancellationToken cancellation)
    {
        await using var command = Ask(connection, DraftQuery, key);
        command.Parameters.AddWithValue("period", key.Period.ToString());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetInt32(0), ReadContent(row, 1, 11), row.GetDateTime(9), row.GetString(10))
            : null;
    }

    internal static async Task<FiledReport?> Before(NpgsqlConnection connection, ReportKey key, DateOnly lastDay, CancellationToken cancellation)
    {
        await using var command = Ask(connection, BeforeQuery, key);
        command.Parameters.AddWithValue("day", lastDay);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? ReadFiled(row) : null;
    }

    static NpgsqlCommand Ask(NpgsqlConnection connection, string sql, ReportKey key)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("task", key.Task);
        command.Parameters.AddWithValue("agency", key.Agency);
        return command;
    }

    static FiledReport ReadFiled(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetFieldValue<DateOnly>(2), ReadContent(row, 3, 19), row.GetDateTime(11), row.GetGuid(12), row.GetString(13),
        row.FindString(14) is { } verdict ? new(verdict == "approved", row.FindString(15), row.GetDateTime(16), row.GetString(17)) : null,
        ReportingPeriod.Parse(row.GetString(18)));

    /// <summary>Percentage, day of completion, the four texts, figures and files, in neighbouring columns.</summary>
    static ReportContent ReadContent(DbDataReader row, int column, int status) => new(
        row.Find<decimal>(column), row.Find<DateOnly>(column + 1), row.FindString(column + 2), row.FindString(column + 3), row.FindString(column + 4),
        row.FindString(column + 5), JsonSerializer.Deserialize<Dictionary<string, decimal>>(row.GetString(column + 6))!, row.GetFieldValue<Guid[]>(column + 7),
        FigureCodes.ParseStatus(row.GetString(status)));
}
