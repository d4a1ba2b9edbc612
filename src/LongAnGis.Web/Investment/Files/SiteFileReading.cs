using System.Data.Common;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;

namespace LongAnGis.Web.Investment.Files;

/// <summary>A file with its bytes.</summary>
public sealed record SiteFileContent(string Name, bool IsPhoto, string MediaType, byte[] Bytes);

/// <summary>A site with files that wait for a decision.</summary>
public sealed record WaitingFiles(Core.Investment.SiteKey Site, string Code, string FiledFor, long Count);

/// <summary>Reads the documents and photos of sites: for the public what is published, for agencies all that was sent.</summary>
public sealed class SiteFileReading(PlanDatabase plan, PublicDatabase published)
{
    static readonly string PublicQuery = Sql.Beside<SiteFileReading>("PublicFiles");
    static readonly string PublicContentQuery = Sql.Beside<SiteFileReading>("PublicFileContent");
    static readonly string AllQuery = Sql.Beside<SiteFileReading>("SiteFiles");
    static readonly string ContentQuery = Sql.Beside<SiteFileReading>("SiteFileContent");
    static readonly string WaitingQuery = Sql.Beside<SiteFileReading>("WaitingFiles");

    /// <summary>What the public may see, the newest first.</summary>
    public async Task<IReadOnlyList<SiteFile>> Public(long site, CancellationToken cancellation)
    {
        await using var command = published.CreateCommand(PublicQuery);
        command.Parameters.AddWithValue("feature", site);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var files = new List<SiteFile>();
        while (await row.ReadAsync(cancellation))
        {
            files.Add(Read(row));
        }

        return files;
    }

    /// <summary>Null when nothing of that content is published.</summary>
    public async Task<SiteFileContent?> Public(byte[] sha256, CancellationToken cancellation)
    {
        await using var command = published.CreateCommand(PublicContentQuery);
        command.Parameters.AddWithValue("digest", sha256);
        return await Content(command, cancellation);
    }

    /// <summary>All that was sent about a site, the newest first.</summary>
    public async Task<IReadOnlyList<SentSiteFile>> All(long site, CancellationToken cancellation)
    {
        await using var connection = await plan.OpenConnectionAsync(cancellation);
        return await All(connection, site, cancellation);
    }

    internal static async Task<IReadOnlyList<SentSiteFile>> All(NpgsqlConnection connection, long site, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AllQuery, connection);
        command.Parameters.AddWithValue("feature", site);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var files = new List<SentSiteFile>();
        while (await row.ReadAsync(cancellation))
        {
            files.Add(new(
                Read(row), StateOf(row.FindString(17)), row.GetString(13), row.GetDateTime(14), row.GetGuid(15), row.GetString(16), row.FindString(18), row.Find<DateTime>(19),
                row.FindString(20)));
        }

        return files;
    }

    /// <summary>Null when the site has no such file.</summary>
    public async Task<SiteFileContent?> Content(long site, Guid document, CancellationToken cancellation)
    {
        await using var command = plan.CreateCommand(ContentQuery);
        command.Parameters.AddWithValue("feature", site);
        command.Parameters.AddWithValue("document", document);
        return await Content(command, cancellation);
    }

    /// <summary>Sites with files that nobody has decided about.</summary>
    public async Task<IReadOnlyList<WaitingFiles>> Waiting(CancellationToken cancellation)
    {
        await using var command = plan.CreateCommand(WaitingQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var waiting = new List<WaitingFiles>();
        while (await row.ReadAsync(cancellation))
        {
            waiting.Add(new(new(row.GetString(1), row.GetInt64(0)), row.GetString(2), row.GetString(3), row.GetInt64(4)));
        }

        return waiting;
    }

    static async Task<SiteFileContent?> Content(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetString(0), row.GetString(1) == "photo", row.GetString(2), row.GetFieldValue<byte[]>(3)) : null;
    }

    static SiteFile Read(DbDataReader row) => new(
        row.GetGuid(0), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), row.GetString(3), row.GetInt32(4), row.Find<int>(5), row.Find<int>(6),
        row.GetBilingual(7), row.FindBilingual(9), row.GetFieldValue<DateOnly>(11), row.GetString(12));

    static SiteFileState StateOf(string? step) => step switch
    {
        null => SiteFileState.Waiting,
        "approved" => SiteFileState.Published,
        "returned" => SiteFileState.Returned,
        _ => SiteFileState.Withdrawn,
    };
}
