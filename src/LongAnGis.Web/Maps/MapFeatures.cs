using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Maps;

/// <summary>A feature as a map on paper needs it.</summary>
/// <param name="GridMetres">Eastings and northings on the sheet's plane: VN-2000 / TM-3 105°45′, of a tile Web Mercator.</param>
/// <param name="LabelGridMetres">Where its name goes; null for lines and symbols.</param>
public sealed record MapFeature(
    string Layer, long? Id, Bilingual Name, JsonElement Attributes, string Quality, Geometry GridMetres, Coordinate? LabelGridMetres);

/// <summary>Asks for what a sheet shows.</summary>
public sealed class MapFeatures(PlanDatabase database, PublicDatabase published)
{
    /// <summary>More things than this are no longer told apart on a page.</summary>
    const int Most = 20_000;

    static readonly string Query = Sql.Beside<MapFeatures>();
    static readonly string PublishedQuery = Sql.Beside<MapFeatures>("PublishedMapFeatures");

    /// <summary>Features of some layers, internal ones too, that are in force on a day: for people who may see the drafts.</summary>
    public async Task<IReadOnlyList<MapFeature>> On(
        MapSheet sheet, IReadOnlyCollection<string> layers, string? plan, DateOnly day, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        Ask(command, sheet, layers, Most);
        command.Parameters.AddWithValue("day", day);
        command.Parameters.AddWithValue("plan", plan ?? "");
        return await Read(command, sheet.Plane, cancellation);
    }

    /// <summary>Features of some public layers as they are published at a moment: for everybody.</summary>
    /// <param name="most">How many the sheet can hold; a large one holds more.</param>
    public async Task<IReadOnlyList<MapFeature>> Published(
        MapSheet sheet, IReadOnlyCollection<string> layers, PointInTime moment, CancellationToken cancellation, int most = Most)
    {
        await using var command = published.CreateCommand(PublishedQuery);
        Ask(command, sheet, layers, most);
        command.Parameters.AddMoment(moment);
        return await Read(command, sheet.Plane, cancellation);
    }

    static void Ask(NpgsqlCommand command, MapSheet sheet, IReadOnlyCollection<string> layers, int most)
    {
        var window = sheet.Plane.WindowWgs84(sheet.GroundMetres);
        command.Parameters.AddWithValue("layers", layers.ToArray());
        command.Parameters.AddWithValue("west", window.MinX);
        command.Parameters.AddWithValue("south", window.MinY);
        command.Parameters.AddWithValue("east", window.MaxX);
        command.Parameters.AddWithValue("north", window.MaxY);
        command.Parameters.AddWithValue("margin", window.Width / 20);
        // A fifth of a point.
        command.Parameters.AddWithValue("finest", window.Width / sheet.Size.Width / 5);
        command.Parameters.AddWithValue("most", most);
    }

    static async Task<IReadOnlyList<MapFeature>> Read(NpgsqlCommand command, MapPlane plane, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var features = new List<MapFeature>();
        while (await row.ReadAsync(cancellation))
        {
            if (row.IsDBNull(6))
            {
                continue;
            }

            var geometry = plane.FromWgs84(row.GetFieldValue<Geometry>(6));
            var label = row.IsDBNull(7) ? null : plane.FromWgs84(row.GetFieldValue<Geometry>(7)).Coordinate;
            features.Add(new(
                row.GetString(0), row.GetInt64(1), row.GetBilingual(2), JsonElement.Parse(row.GetString(4)), row.GetString(5), geometry, label));
        }

        return features;
    }
}
