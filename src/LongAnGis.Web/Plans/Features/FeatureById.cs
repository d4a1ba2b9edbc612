using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Plans.Features;

/// <summary>West, south, east, north in WGS 84 degrees.</summary>
public sealed record ExtentWgs84(double West, double South, double East, double North);

/// <summary>A feature at a moment, where it lies, and whether that is an area (2), a line (1) or a point (0); null when no source places it.</summary>
public sealed record PlacedFeature(Feature Feature, ExtentWgs84? Extent, int? Dimension);

/// <summary>Finds a feature by the id that it keeps for life.</summary>
public sealed class FeatureById(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<FeatureById>();

    public async Task<PlacedFeature?> Find(string layer, long id, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("layer", layer));
        command.Parameters.Add(new("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return null;

        const int own = Feature.ColumnCount;
        return new(
            Feature.Read(row),
            row.IsDBNull(own) ? null : new(row.GetDouble(own), row.GetDouble(own + 1), row.GetDouble(own + 2), row.GetDouble(own + 3)),
            row.Find<int>(own + 4));
    }
}
