using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>One sheet of a series: the place that it shows, and which of how many it is.</summary>
/// <param name="GroundMetres">On the grid of papers.</param>
public sealed record SeriesPlace(Bilingual Name, Envelope GroundMetres, int Number, int Count);

/// <summary>The places of a series of maps in one file: a sheet for each district, commune or park.</summary>
public sealed class MapSeries(PublicDatabase database)
{
    /// <summary>More sheets than this nobody prints at once.</summary>
    public const int MostSheets = 120;

    /// <summary>Layers of which a series can be made.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["districts", "communes", "industrial-parks"];

    static readonly string Query = Sql.Beside<MapSeries>("SeriesPlaces");

    /// <exception cref="Platform.RefusedException">404 when the layer has nothing at that moment.</exception>
    public async Task<IReadOnlyList<SeriesPlace>> Of(string layer, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("layer", layer));
        command.Parameters.Add(new("most", MostSheets));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(Bilingual Name, Envelope Ground)> places = [];
        while (await row.ReadAsync(cancellation))
            places.Add((row.GetBilingual(0), MapPlane.Grid.FromWgs84(row.GetFieldValue<Geometry>(2)).EnvelopeInternal));

        return places.Count > 0
            ? [.. places.Select((place, at) => new SeriesPlace(place.Name, place.Ground, at + 1, places.Count))]
            : throw new Platform.RefusedException(Platform.Refusal.NotFound(
                "Lớp này không có đối tượng nào ở thời điểm đang xem để lập bộ bản đồ.", "The layer has nothing at this moment of which a series could be made."));
    }
}
