using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Features;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.At;

/// <summary>A feature at the place that was asked about.</summary>
/// <param name="Dimension">2 when it holds the place; 1 or 0 when it passes or stands within reach.</param>
public sealed record FeatureThere(Feature Feature, int Dimension, double DistanceMetres);

/// <summary>An administrative unit that holds the place, with the days for which it exists.</summary>
public sealed record AreaThere(
    string Code, string Kind, Bilingual Name, DateOnly? ValidFrom, DateOnly? ValidUntil, string Layer, long FeatureId);

/// <summary>What is here: all public layers in drawing order from the top, and the units the place belonged and belongs to.</summary>
public sealed class FeaturesAt(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<FeaturesAt>();
    static readonly string AreasQuery = Sql.Beside<FeaturesAt>("AreasAt");

    /// <summary>How far from a thing one may point and still mean it: 14 CSS pixels, in degrees of latitude.</summary>
    public static double ReachDegrees(double zoom) => 14 * 360 / (512 * Math.Pow(2, zoom));

    public async Task<IReadOnlyList<FeatureThere>> Find(
        Wgs84Position place, double zoom, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(Query, place, moment);
        command.Parameters.Add(new("reach", ReachDegrees(zoom)));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<FeatureThere>();
        while (await row.ReadAsync(cancellation))
            found.Add(new(Feature.Read(row), row.GetInt32(Feature.ColumnCount), row.GetDouble(Feature.ColumnCount + 1)));
        return found;
    }

    public async Task<IReadOnlyList<AreaThere>> Areas(Wgs84Position place, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(AreasQuery, place, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<AreaThere>();
        while (await row.ReadAsync(cancellation))
        {
            var valid = row.GetFieldValue<NpgsqlRange<DateOnly>>(4);
            found.Add(new(
                row.GetString(0), row.GetString(1), row.GetBilingual(2), valid.FirstDay(), valid.DayAfter(), row.GetString(5), row.GetInt64(6)));
        }

        return found;
    }

    Npgsql.NpgsqlCommand Command(string query, Wgs84Position place, PointInTime moment)
    {
        var command = database.CreateCommand(query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("longitude", place.Longitude));
        command.Parameters.Add(new("latitude", place.Latitude));
        return command;
    }
}
