using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using NetTopologySuite.Geometries;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators.Districts;

/// <summary>Something that the plan places in a district.</summary>
/// <param name="StatedHectares">What its source says; null when it says nothing.</param>
/// <param name="MeasuredHectares">The part inside the district on the VN-2000 grid; null where its place is indicative.</param>
public sealed record PlanItem(FeatureReference Feature, bool IsIndicative, JsonElement Attributes, decimal? StatedHectares, double? MeasuredHectares)
{
    /// <summary>Parks and clusters of their own; a component of a park (with a parent) is counted in the park.</summary>
    public bool IsAddedUp => Feature.Layer is "industrial-parks" or "industrial-clusters"
        && !(Attributes.TryGetProperty("parent", out var parent) && parent.ValueKind == JsonValueKind.String);
}

/// <summary>A commune of 2025 that a district went into.</summary>
/// <param name="LiesWithin">True when it is made of communes of this district alone.</param>
public sealed record CommuneNow(string Code, Bilingual Name, long? Feature, bool LiesWithin);

/// <summary>Where a district is: its feature and its extent in WGS 84.</summary>
public sealed record DistrictPlace(string Key, Envelope ExtentWgs84, double? AreaSquareMetres);

/// <summary>What the published plan and the register of areas say of a district's ground.</summary>
public sealed class DistrictPlan(PublicDatabase database)
{
    /// <summary>In the order of a reader's interest.</summary>
    public static readonly string[] Layers = ["industrial-parks", "industrial-clusters", "economic-zones", "urban-centres", "projects"];

    static readonly string PlaceQuery = Sql.Beside<DistrictPlan>("DistrictPlace");
    static readonly string BoundaryQuery = Sql.Beside<DistrictPlan>("DistrictBoundary");
    static readonly string CommunesQuery = Sql.Beside<DistrictPlan>("CommunesNow");
    static readonly string InsideQuery = Sql.Beside<DistrictPlan>("PlanInside");

    /// <summary>Null when its boundary was not known yet.</summary>
    public async Task<DistrictPlace?> Place(StatisticalRegion region, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(PlaceQuery);
        command.Parameters.AddWithValue(region.Code);
        command.Parameters.AddWithValue(moment.Revision);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                FormattableString.Invariant($"{row.GetString(0)}/{row.GetInt64(1)}"),
                new(row.GetDouble(2), row.GetDouble(4), row.GetDouble(3), row.GetDouble(5)),
                row.Find<double>(6))
            : null;
    }

    /// <summary>In WGS 84; null when it was not known yet.</summary>
    public async Task<Geometry?> Boundary(StatisticalRegion region, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BoundaryQuery);
        command.Parameters.AddWithValue(region.Code);
        command.Parameters.AddWithValue(moment.Revision);
        return await command.ExecuteScalarAsync(cancellation) as Geometry;
    }

    public async Task<IReadOnlyList<CommuneNow>> Communes(StatisticalRegion region, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CommunesQuery);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, region.Kind == RegionKind.Province ? DBNull.Value : region.Code);
        command.Parameters.AddWithValue(region.Code);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var communes = new List<CommuneNow>();
        while (await row.ReadAsync(cancellation))
        {
            communes.Add(new(row.GetString(0), row.GetBilingual(1), row.Find<long>(3), row.GetBoolean(4)));
        }

        return communes;
    }

    public async Task<IReadOnlyList<PlanItem>> Inside(StatisticalRegion region, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(InsideQuery);
        command.Parameters.AddMoment(moment);
        command.Parameters.AddWithValue("area", region.Code);
        command.Parameters.AddWithValue("name", NpgsqlDbType.Text, region.Kind == RegionKind.Province ? DBNull.Value : region.Name.Vi);
        command.Parameters.AddWithValue("layers", Layers);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var items = new List<PlanItem>();
        while (await row.ReadAsync(cancellation))
        {
            var attributes = JsonElement.Parse(row.GetString(6));
            items.Add(new(
                new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetBilingual(3)),
                row.GetString(5) == Quality.Indicative,
                attributes,
                attributes.TryGetProperty("area_ha", out var area) && area.ValueKind == JsonValueKind.Number ? area.GetDecimal() : null,
                row.Find<double>(7)));
        }

        return [.. items.OrderBy(item => Array.IndexOf(Layers, item.Feature.Layer))];
    }
}
