using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>Reads the pipeline: the projects of the plan, and what agencies had approved about them.</summary>
public sealed class PipelineReading(PlanDatabase database, PublicDatabase published, KnownSites sites, Moments moments)
{
    static readonly string ProposalsQuery = Sql.Beside<PipelineReading>("Proposals");
    static readonly string AgenciesQuery = Sql.Beside<PipelineReading>("WorkingAgencies");
    static readonly string ProgressQuery = Sql.Beside<PipelineReading>("PublicProgress");

    static readonly JsonSerializerOptions Stored = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có dự án này trong quy hoạch hôm nay. Bảng dự án liệt kê các dự án đang có.",
        "The plan of today has no such project. The board lists those there are.");

    sealed record StoredLine(int Year, string Source, decimal? Planned, decimal? Disbursed);

    public async Task<ProjectPipeline> Now(CancellationToken cancellation) => await At(await moments.Resolve(AskedTime.Now, cancellation), cancellation);

    /// <summary>The projects in force on a day, each with the newest that was approved of it for that day or an earlier one.</summary>
    public async Task<ProjectPipeline> At(PointInTime moment, CancellationToken cancellation)
    {
        var catalogue = await sites.At(moment, cancellation);
        var knownUntil = moment.Asked.KnownAt?.Day is { } day ? VietnamTime.EndOf(day) : (DateTime?)null;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var agencies = await Agencies(connection, cancellation);
        var said = (await Proposals(connection, null, cancellation, moment.AsOf, knownUntil)).ToLookup(proposal => proposal.Project);
        return new([.. catalogue.Sites.Where(site => site.Layer == SiteLayers.Projects).Select(site => Project(site, [.. said[site.Id]], agencies, moment.AsOf, knownUntil))], agencies);
    }

    /// <summary>What was proposed about a project, the newest first.</summary>
    public async Task<IReadOnlyList<Proposal>> Proposals(long project, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Proposals(connection, project, cancellation);
    }

    /// <summary>What the public may know of a project's progress; null when nothing was approved yet.</summary>
    public async Task<PublicProgress?> Public(long project, CancellationToken cancellation)
    {
        await using var command = published.CreateCommand(ProgressQuery);
        command.Parameters.AddWithValue("feature", project);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                ProjectStages.Find(row.GetString(0))!.Value, row.Find<DateOnly>(1), row.Find<DateOnly>(2), row.Find<DateOnly>(3),
                row.GetFieldValue<DateOnly>(4), row.FindString(5), JsonSerializer.Deserialize<Milestone[]>(row.GetString(6), Stored)!)
            : null;
    }

    /// <param name="project">One project; null for the newest proposals of all.</param>
    /// <param name="until">The last day that figures may hold for; null for any.</param>
    /// <param name="knownUntil">When it was approved at the latest; null for any time.</param>
    internal static async Task<IReadOnlyList<Proposal>> Proposals(
        NpgsqlConnection connection, long? project, CancellationToken cancellation, DateOnly? until = null, DateTime? knownUntil = null)
    {
        await using var command = new NpgsqlCommand(ProposalsQuery, connection);
        command.Parameters.AddWithValue("feature", NpgsqlDbType.Bigint, (object?)project ?? DBNull.Value);
        command.Parameters.AddWithValue("until", NpgsqlDbType.Date, (object?)until ?? DBNull.Value);
        command.Parameters.AddWithValue("known_until", NpgsqlDbType.TimestampTz, (object?)knownUntil ?? DBNull.Value);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var proposals = new List<Proposal>();
        while (await row.ReadAsync(cancellation))
        {
            proposals.Add(Read(row));
        }

        return proposals;
    }

    static PipelineProject Project(
        Site site, IReadOnlyList<Proposal> said, IReadOnlyDictionary<string, WorkingAgency> agencies, DateOnly until, DateTime? knownUntil)
    {
        var held = said.FirstOrDefault(proposal =>
            proposal.Decision is { IsApproved: true } decision && proposal.Content.AsOf <= until && (knownUntil is null || decision.At <= knownUntil));
        var asked = held?.Content.Agency ?? SiteAgency.Of(site.Layer, site.Developer);
        return new(site, agencies.GetValueOrDefault(asked)?.Code ?? asked, held?.Content, said is [{ Decision: null }, ..]);
    }

    static async Task<Dictionary<string, WorkingAgency>> Agencies(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AgenciesQuery, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var agencies = new Dictionary<string, WorkingAgency>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            agencies[row.GetString(0)] = new(row.GetString(1), row.GetBilingual(2));
        }

        return agencies;
    }

    static Proposal Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), ReadContent(row), row.GetDateTime(13), row.GetGuid(14), row.GetString(15),
        row.FindString(16) is { } verdict ? new(verdict == "approved", row.FindString(17), row.GetDateTime(18), row.GetString(19)) : null);

    static ProjectContent ReadContent(DbDataReader row) => new(
        ProjectStages.Find(row.GetString(4))!.Value, row.Find<DateOnly>(5), row.GetString(6), row.Find<DateOnly>(7), row.Find<DateOnly>(8),
        row.GetFieldValue<DateOnly>(9), row.FindString(10), row.FindString(11), row.FindString(12),
        [.. JsonSerializer.Deserialize<StoredLine[]>(row.GetString(20), Stored)!
            .Select(line => new CapitalLine(line.Year, CapitalSources.Parse(line.Source), line.Planned, line.Disbursed))],
        JsonSerializer.Deserialize<Milestone[]>(row.GetString(21), Stored)!);
}

/// <summary>How far a project is, as the public may know it.</summary>
public sealed record PublicProgress(
    ProjectStage Stage, DateOnly? StageSince, DateOnly? StartOn, DateOnly? EndOn, DateOnly AsOf, string? Basis, IReadOnlyList<Milestone> Milestones);
