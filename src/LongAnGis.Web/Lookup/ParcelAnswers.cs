using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Lookup;

/// <summary>Asks what the published plan says of a parcel.</summary>
public sealed class ParcelAnswers(PublicDatabase database)
{
    static readonly string MeetingQuery = Sql.Beside<ParcelAnswers>("FeaturesInParcel");
    static readonly string InProvinceQuery = Sql.Beside<ParcelAnswers>("IsInProvince");
    static readonly string NearestQuery = Sql.Beside<ParcelAnswers>("NearestToParcel");

    /// <summary>Layers that everything lies in and that say nothing of one parcel.</summary>
    internal static readonly HashSet<string> Surroundings = new(StringComparer.Ordinal) { "neighbours", "province", "sea" };

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

    /// <summary>What the plan says of a point: the units and areas that hold it are among what it meets, and nothing is measured.</summary>
    public async Task<ParcelAnswer> At(Wgs84Position place, PointInTime moment, CancellationToken cancellation)
    {
        var point = new Point(place.Longitude, place.Latitude) { SRID = 4326 };
        var met = await Holding(point, moment, cancellation);
        var speaking = met.Where(one => one.IsInForce || ParcelAnswer.Units.Contains(one.Layer)).ToList();
        return new(moment, 0, [], speaking, [.. met.Except(speaking)], await Nearest(point, moment, cancellation));
    }

    async Task<List<FeatureMet>> Holding(Point point, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(MeetingQuery, point, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<FeatureMet> met = [];
        while (await row.ReadAsync(cancellation))
        {
            if (FeatureMet.Read(row) is var one && !Surroundings.Contains(one.Layer))
                met.Add(one);
        }

        return met;
    }

    /// <summary>Whether a shape on WGS 84 meets a unit of the province, of any time; true as long as no units are published.</summary>
    public async Task<bool> AreInProvince(Geometry shape, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(InProvinceQuery);
        command.Parameters.Add(new("shape", shape));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    async Task<List<(FeatureMet Feature, Geometry? Area)>> Met(
        ParcelShape shape, Polygon parcel, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(MeetingQuery, parcel, moment);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(FeatureMet, Geometry?)> met = [];
        while (await row.ReadAsync(cancellation))
        {
            var feature = FeatureMet.Read(row);
            if (!Surroundings.Contains(feature.Layer))
                met.Add((feature, row.IsDBNull(11) ? null : shape.Zone.GeometryFromWgs84(row.GetFieldValue<Geometry>(11))));
        }

        return met;
    }

    /// <summary>The nearest of what people ask the distance to, from a parcel, a line or a point on WGS 84.</summary>
    internal async Task<IReadOnlyList<NearestThing>> Nearest(Geometry parcel, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = Command(NearestQuery, parcel, moment);
        command.Parameters.Add(new("layers", Wanted));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<NearestThing> nearest = [];
        while (await row.ReadAsync(cancellation))
            nearest.Add(new(row.GetString(0), row.GetInt64(1), row.GetBilingual(2), row.GetBoolean(4), row.GetDouble(5)));
        return nearest;
    }

    NpgsqlCommand Command(string query, Geometry parcel, PointInTime moment)
    {
        var command = database.CreateCommand(query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("parcel", parcel));
        return command;
    }
}
