using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Maps;

/// <summary>A feature as a map on paper needs it.</summary>
/// <param name="GridMetres">Eastings and northings on VN-2000 / TM-3 105°45′.</param>
/// <param name="LabelGridMetres">Where its name goes; null for lines and symbols.</param>
public sealed record MapFeature(
    string Layer, long? Id, Bilingual Name, JsonElement Attributes, string Quality, Geometry GridMetres, Coordinate? LabelGridMetres);

/// <summary>Asks for what a sheet shows.</summary>
public sealed class MapFeatures(PlanDatabase database)
{
    /// <summary>More things than this are no longer told apart on a page.</summary>
    const int Most = 20_000;

    static readonly string Query = Sql.Beside<MapFeatures>();

    /// <summary>Features of some layers, internal ones too, that are in force on a day: for people who may see the drafts.</summary>
    public async Task<IReadOnlyList<MapFeature>> On(
        MapSheet sheet, IReadOnlyCollection<string> layers, string? plan, DateOnly day, CancellationToken cancellation)
    {
        var window = WindowWgs84(sheet.GroundMetres);
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("layers", layers.ToArray());
        command.Parameters.AddWithValue("west", window.MinX);
        command.Parameters.AddWithValue("south", window.MinY);
        command.Parameters.AddWithValue("east", window.MaxX);
        command.Parameters.AddWithValue("north", window.MaxY);
        command.Parameters.AddWithValue("margin", window.Width / 20);
        // A fifth of a point.
        command.Parameters.AddWithValue("finest", window.Width / sheet.Size.Width / 5);
        command.Parameters.AddWithValue("day", day);
        command.Parameters.AddWithValue("plan", plan ?? "");
        command.Parameters.AddWithValue("most", Most);
        await using var row = await command.ExecuteReaderAsync(cancellation);

        var features = new List<MapFeature>();
        while (await row.ReadAsync(cancellation))
        {
            if (row.IsDBNull(6))
            {
                continue;
            }

            var geometry = Vn2000Zone.LongAn.GeometryFromWgs84(row.GetFieldValue<Geometry>(6));
            var label = row.IsDBNull(7) ? null : Vn2000Zone.LongAn.GeometryFromWgs84(row.GetFieldValue<Geometry>(7)).Coordinate;
            features.Add(new(
                row.GetString(0), row.GetInt64(1), row.GetBilingual(2), JsonElement.Parse(row.GetString(4)), row.GetString(5), geometry, label));
        }

        return features;
    }

    // The grid is turned by up to half a degree against the meridians: corners and middles of the sides bound it.
    static Envelope WindowWgs84(Envelope metres)
    {
        var window = new Envelope();
        foreach (var easting in new[] { metres.MinX, metres.Centre.X, metres.MaxX })
        {
            foreach (var northing in new[] { metres.MinY, metres.Centre.Y, metres.MaxY })
            {
                var place = Vn2000Zone.LongAn.ToWgs84(new GridPosition(northing, easting));
                window.ExpandToInclude(place.Longitude, place.Latitude);
            }
        }

        return window;
    }
}
