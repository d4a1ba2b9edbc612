using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Database;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>The full shapes of regions for a map on paper.</summary>
public sealed class RegionGround(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<RegionGround>();

    /// <summary>By code, eastings and northings on VN-2000 / TM-3 105°45′; without those whose boundary was not known yet.</summary>
    public async Task<IReadOnlyDictionary<string, Geometry>> GridMetres(IEnumerable<string> regions, int revision, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(regions.ToArray());
        command.Parameters.AddWithValue(revision);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var shapes = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            shapes[row.GetString(0)] = Vn2000Zone.LongAn.GeometryFromWgs84(row.GetFieldValue<Geometry>(1));
        }

        return shapes;
    }
}
