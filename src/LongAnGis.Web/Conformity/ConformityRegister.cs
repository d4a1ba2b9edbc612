using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Conformity;

/// <summary>What of the register is asked for; null asks for all.</summary>
/// <param name="Subject">Layer of the project, park, cluster, zone or work.</param>
/// <param name="Weight">conflict, look or note.</param>
/// <param name="Other">Layer of what it meets.</param>
public sealed record ConformityFilter(string? Subject = null, string? Weight = null, string? Other = null)
{
    public static readonly IReadOnlyList<string> Subjects = ["projects", "industrial-parks", "industrial-clusters", "economic-zones", "transport"];

    public static readonly IReadOnlyList<string> Weights = ["conflict", "look", "note"];

    public bool IsEmpty => this == new ConformityFilter();
}

/// <summary>One of the two that meet.</summary>
public sealed record ConformityParty(string Layer, Bilingual LayerName, long Id, string Code, Bilingual Name);

/// <summary>A meeting of two features, or a feature that lies where it must not.</summary>
/// <param name="Other">Null when the feature lies outside of the province.</param>
/// <param name="Kind">overlap, forbidden, land, outside or within.</param>
/// <param name="Weight">conflict: measured; look: a place is indicative; note: no conflict.</param>
/// <param name="Extent">West, south, east, north of the meeting, WGS 84.</param>
public sealed record ConformityRow(
    ConformityParty Subject,
    ConformityParty? Other,
    string Kind,
    string Weight,
    bool IsOnlySaid,
    double? SharedSquareMetres,
    double? SharedMetres,
    string? LandClass,
    string? ExpectedClass,
    (double West, double South, double East, double North) Extent)
{
    /// <summary>Names the row in an address.</summary>
    public string Key => Other is null ? $"{Subject.Id}" : $"{Subject.Id}-{Other.Id}";
}

/// <summary>The rows that are shown, and how many there are in all.</summary>
public sealed record ConformityRows(IReadOnlyList<ConformityRow> Rows, long Total);

/// <summary>The standing register of conformity: every project against the zones, corridors and land that it meets.</summary>
public sealed class ConformityRegister(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<ConformityRegister>();

    public async Task<ConformityRows> Read(string plan, DateOnly day, ConformityFilter filter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("plan", plan);
        command.Parameters.AddWithValue("day", day);
        AddText(command, "subject", filter.Subject);
        AddText(command, "weight", filter.Weight);
        AddText(command, "other", filter.Other);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ConformityRow>();
        var total = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            total = rows.GetInt64(25);
            found.Add(new(
                new(rows.GetString(0), rows.GetBilingual(1), rows.GetInt64(3), rows.GetString(4), rows.GetBilingual(5)),
                rows.FindString(7) is { } other
                    ? new(other, rows.GetBilingual(8), rows.GetInt64(10), rows.GetString(11), rows.GetBilingual(12))
                    : null,
                rows.GetString(14),
                rows.GetString(15),
                rows.GetBoolean(16),
                rows.Find<double>(17),
                rows.Find<double>(18),
                rows.FindString(19),
                rows.FindString(20),
                (rows.GetDouble(21), rows.GetDouble(22), rows.GetDouble(23), rows.GetDouble(24))));
        }

        return new(found, total);
    }

    static void AddText(NpgsqlCommand command, string name, string? value) =>
        command.Parameters.AddWithValue(name, NpgsqlDbType.Text, (object?)value ?? DBNull.Value);
}
