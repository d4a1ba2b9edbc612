using System.Diagnostics;
using System.Globalization;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What a tile costs: one that is in memory, over the whole pipeline of the service; one that must be made, beside the bare
/// statement that would have PostGIS make it. One after the other on one connection, so the figures are work, not waiting.
/// </summary>
sealed class TileBenchmark(BenchmarkSite site)
{
    const int TilesOfAZoom = 40;
    const int Rounds = 10;

    public async Task Run()
    {
        var builder = site.Services.GetRequiredService<TileBuilder>();
        var state = await site.Services.GetRequiredService<TileStates>().Current(default);
        var layer = state.Layers[SyntheticZones.Layer];
        var shown = new LayerState(layer, null, state.Newest, layer.DayAt(new(2026, 1, 1)));
        await using var connection = await site.Public.OpenConnectionAsync();
        await using var bare = new BareStatement(connection);
        await bare.Prepare();

        Console.WriteLine("Warming up …");
        for (var round = 0; round < 5; round++)
        {
            await Each(Tiles(15), async tile => (await builder.Build(new(tile, [shown]), default)).Length);
            await Each(Tiles(15), bare.Draw);
        }

        Print("zoom", "features", "ours kB", "theirs kB", "ours ms", "bare ms", "ratio", "encode ms", "brotli ms", "warm ms");
        foreach (var zoom in (int[])[12, 13, 14, 15, 16])
        {
            var tiles = Tiles(zoom);
            var (made, madeBytes) = await Each(tiles, async tile => (await builder.Build(new(tile, [shown]), default)).Length);
            var (drawn, drawnBytes) = await Each(tiles, bare.Draw);
            var packed = await Packing(builder, tiles, shown);
            var warm = await Warm(tiles);
            Print(
                zoom, await Features(builder, tiles, shown), madeBytes / 1000.0, drawnBytes / 1000.0, made, drawn, made / drawn,
                await Encoding(tiles), packed, warm);
        }
    }

    static TileAddress[] Tiles(int zoom)
    {
        var random = new Random(zoom);
        return [.. Enumerable.Range(0, TilesOfAZoom)
            .Select(_ => TileAddress.At(new(10.45 + (random.NextDouble() * 0.6), 105.55 + (random.NextDouble() * 1.2)), zoom))];
    }

    /// <summary>
    /// Mean milliseconds and bytes of a tile. Of several rounds each tile's best counts: what a busy machine adds is not ours.
    /// </summary>
    static async Task<(double Milliseconds, double Bytes)> Each(TileAddress[] tiles, Func<TileAddress, Task<int>> make)
    {
        var best = new double[tiles.Length];
        var bytes = 0L;
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < tiles.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                bytes += await make(tiles[i]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return (best.Average(), bytes / (double)(Rounds * tiles.Length));
    }

    async Task<double> Warm(TileAddress[] tiles)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var state = await site.Services.GetRequiredService<TileStates>().Current(default);
        var (milliseconds, _) = await Each(tiles, async tile =>
            (await client.GetByteArrayAsync(
                $"/tiles/{SyntheticZones.Layer}/{tile}.mvt?revision={state.Newest}&as-of=2026-01-01")).Length);
        return milliseconds;
    }

    /// <summary>The encoder's part: the same geometries from memory, without reading, labels and attributes.</summary>
    async Task<double> Encoding(TileAddress[] tiles)
    {
        var stored = new Dictionary<TileAddress, List<byte[]>>();
        foreach (var tile in tiles)
        {
            stored[tile] = await Stored(tile);
        }

        var (milliseconds, _) = await Each(tiles, tile =>
        {
            using var encoder = new TileEncoder(tile);
            using (var layer = encoder.Layer(SyntheticZones.Layer))
            {
                foreach (var geometry in stored[tile])
                {
                    layer.Add(1, geometry);
                }
            }

            return Task.FromResult(encoder.ToArray().Length);
        });
        return milliseconds;
    }

    async Task<List<byte[]>> Stored(TileAddress tile)
    {
        var extent = tile.Extent(margin: 64.0 / 4096);
        await using var command = site.Public.CreateCommand("""
            SELECT geom::bytea FROM pub.fv_benchmark_zones WHERE geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)
            """);
        foreach (var side in (double[])[extent.West, extent.South, extent.East, extent.North])
        {
            command.Parameters.AddWithValue(side);
        }

        await using var rows = await command.ExecuteReaderAsync();
        var geometries = new List<byte[]>();
        while (await rows.ReadAsync())
        {
            geometries.Add(rows.GetFieldValue<byte[]>(0));
        }

        return geometries;
    }

    static async Task<double> Packing(TileBuilder builder, TileAddress[] tiles, LayerState shown)
    {
        var plain = new Dictionary<TileAddress, byte[]>();
        foreach (var tile in tiles)
        {
            plain[tile] = await builder.Build(new(tile, [shown]), default);
        }

        var (milliseconds, _) = await Each(tiles, tile => Task.FromResult(new ServedTile(plain[tile]).In(TileCoding.Brotli).Length));
        return milliseconds;
    }

    static async Task<double> Features(TileBuilder builder, TileAddress[] tiles, LayerState shown)
    {
        var features = 0;
        foreach (var tile in tiles)
        {
            features += TileDecoder.Decode(await builder.Build(new(tile, [shown]), default))
                .Where(layer => layer.Name == SyntheticZones.Layer)
                .Sum(layer => layer.Features.Count);
        }

        return features / (double)tiles.Length;
    }

    static void Print(params object[] cells) =>
        Console.WriteLine(string.Concat(cells.Select(cell => cell is double number
            ? number.ToString("0.00", CultureInfo.InvariantCulture).PadLeft(11)
            : $"{cell}".PadLeft(11))));
}
