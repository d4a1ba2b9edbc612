using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Lookup;

/// <summary>Asks what the published plan says of a parcel.</summary>
public sealed class ParcelAnswers(PublicDatabase database)
{
    static readonly string MeetingQuery = Sql.Beside<ParcelAnswers>("FeaturesInParcel");
    static readonly string NearestQuery = Sql.Beside<ParcelAnswers>("NearestToParcel");

    /// <summary>Layers that everything lies in and that say nothing of one parcel.</summary>
    static readonly HashSet<string> Surroundings = new(StringComparer.Ordinal) { "neighbours", "province", "sea" };

    /// <summary>What people ask the distance to, in the order in which they do.</summary>
    static readonly string[] Wanted = ["roads", "transport", "waterways", "canals", "industrial-parks", "industrial-clusters", "urban-centres"];

    public async Task<ParcelAnswer> Of(ParcelShape shape, PointInTime moment, CancellationToken cancellation)
    {
        var parcel = shape.Wgs84;
        var met = await Met(shape, parcel, moment, cancellation);
        var speaking = met.Where(one => one.Feature.IsInForce || ParcelAnswer.Units.Contains(one.Feature.Layer)).ToList();
        var measured = speaking
            .Where(one => one is { Area: not null, Feature.IsIndicative: false })
            .GroupBy(one => one.Feature.Layer)
            .Select(layer => new LayerOnParcel(layer.Key, ParcelOverlay.Of(shape.OnGrid, layer.Select(one => (one.Feature, one.Area!)))))
            .ToList();
        return new(
            moment, shape.AreaSquareMetres, measured,
            [.. speaking.Where(one => one.Area is null || one.Feature.IsIndicative).Select(one => one.Feature)],
            [.. met.Except(speaking).Select(one => one.Feature)],
            await Nearest(parcel, moment, cancellation));
    }

    async Task<List<(FeatureMet Feature, Geometry? Area)>> Met(
        ParcelShape shape, Polygon parcel, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(MeetingQuery, parcel, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(FeatureMet, Geometry?)> met = [];
        while (await row.ReadAsync(cancellation))
        {
            var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(8);
            var feature = new FeatureMet(
                row.GetInt64(0), row.GetString(2), row.GetInt64(1), row.FindString(3), row.GetBilingual(4), row.GetBoolean(6), row.FindString(7),
                inForce.FirstDay(), inForce.DayAfter(), row.GetBoolean(9), row.GetInt32(10));
            if (!Surroundings.Contains(feature.Layer))
                met.Add((feature, row.IsDBNull(11) ? null : shape.Zone.GeometryFromWgs84(row.GetFieldValue<Geometry>(11))));
        }

        return met;
    }

    async Task<IReadOnlyList<NearestThing>> Nearest(Polygon parcel, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(NearestQuery, parcel, moment);
        command.Parameters.Add(new("layers", Wanted));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<NearestThing> nearest = [];
        while (await row.ReadAsync(cancellation))
            nearest.Add(new(row.GetString(0), row.GetInt64(1), row.GetBilingual(2), row.GetBoolean(4), row.GetDouble(5)));
        return nearest;
    }

    NpgsqlCommand Command(string query, Polygon parcel, PointInTime moment)
    {
        var command = database.CreateCommand(query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("parcel", parcel));
        return command;
    }
}
