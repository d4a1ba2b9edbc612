using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Plans.Features;

/// <summary>Another feature that lies on this one. The shared area is planar, VN-2000 / 105°45′; null where it means nothing.</summary>
public sealed record Overlap(FeatureReference Feature, bool IsIndicative, double? SharedM2);

/// <summary>Another feature near this one, with the straight-line distance on the ellipsoid.</summary>
public sealed record Nearby(FeatureReference Feature, bool IsIndicative, double DistanceMetres);

/// <summary>What a feature overlaps and what is near it, across all public layers at one moment.</summary>
public sealed class FeatureSurroundings(PublicDatabase database)
{
    static readonly string OverlapQuery = Sql.Beside<FeatureSurroundings>("FeatureOverlaps");
    static readonly string NearbyQuery = Sql.Beside<FeatureSurroundings>("FeaturesNearby");

    public async Task<IReadOnlyList<Overlap>> Overlaps(Feature feature, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(OverlapQuery, feature, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Overlap>();
        while (await row.ReadAsync(cancellation))
            found.Add(new(
                new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetBilingual(3)), row.GetBoolean(5), row.Find<double>(6)));
        return found;
    }

    public async Task<IReadOnlyList<Nearby>> Near(Feature feature, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(NearbyQuery, feature, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Nearby>();
        while (await row.ReadAsync(cancellation))
            found.Add(new(
                new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetBilingual(3)), row.GetBoolean(5), row.GetDouble(6)));
        return found;
    }

    Npgsql.NpgsqlCommand Command(string query, Feature feature, PointInTime moment)
    {
        var command = database.CreateCommand(query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("layer", feature.Layer));
        command.Parameters.Add(new("version", feature.VersionId));
        return command;
    }
}
