using LongAnGis.Core.Tiles;
using LongAnGis.Web.Database;
using LongAnGis.Web.Tiles;
using Microsoft.Extensions.Caching.Memory;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// The shapes of regions as vector tiles, one MVT layer <c>regions</c> with the code, kind and names of each. They depend on
/// the boundaries alone and on no figure: a map that changes the year or the indicator joins other values by the code and
/// asks for no shape again.
/// </summary>
public sealed class RegionTiles(PublicDatabase database) : IDisposable
{
    public const string Layer = "regions";

    /// <summary>Deeper than this the map enlarges these: a choropleth is read by area, not by parcel.</summary>
    public const int DeepestZoom = 12;

    /// <summary>Ground beyond the tile that is drawn, as a part of its side: 64 of 4096 units.</summary>
    const double Margin = 64.0 / 4096;

    const long Budget = 16L << 20;

    static readonly string ShapesQuery = Sql.Beside<RegionTiles>("RegionShapes");
    static readonly string RevisionQuery = Sql.Beside<RegionTiles>("RegionRevision");

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Budget });

    // Few tiles, each with a join of boundaries: one at a time leaves the database to others.
    readonly SemaphoreSlim turn = new(1);

    /// <summary>The newest revision up to the asked one that touched a boundary, and whether there is the asked one yet.</summary>
    public async Task<(int Touched, bool Exists)> Revision(int asked, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RevisionQuery);
        command.Parameters.AddWithValue(asked);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), asked <= row.GetInt32(1));
    }

    public async Task<ServedTile> Get(TileAddress address, int revision, CancellationToken cancellation)
    {
        if (kept.Get((address, revision)) is ServedTile known)
        {
            return known;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            return kept.Get((address, revision)) as ServedTile ?? Keep((address, revision), new(await Build(address, revision, cancellation)));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        turn.Dispose();
    }

    ServedTile Keep(object key, ServedTile tile) => kept.Set(key, tile, new MemoryCacheEntryOptions { Size = tile.Cost });

    async Task<byte[]> Build(TileAddress address, int revision, CancellationToken cancellation)
    {
        var extent = address.Extent(Margin);
        await using var command = database.CreateCommand(ShapesQuery);
        command.Parameters.AddWithValue(address.Zoom);
        command.Parameters.AddWithValue(revision);
        command.Parameters.AddWithValue(extent.West);
        command.Parameters.AddWithValue(extent.South);
        command.Parameters.AddWithValue(extent.East);
        command.Parameters.AddWithValue(extent.North);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        using var tile = new TileEncoder(address);
        using (var shapes = tile.Layer(Layer))
        {
            while (await row.ReadAsync(cancellation))
            {
                if (shapes.Add(row.GetInt64(0), await row.GetFieldValueAsync<byte[]>(5, cancellation)))
                {
                    shapes.Tag("code", row.GetString(1));
                    shapes.Tag("kind", row.GetString(2));
                    shapes.Tag("name", row.GetString(3));
                    shapes.Tag("name_en", row.GetString(4));
                }
            }
        }

        return tile.ToArray();
    }
}
