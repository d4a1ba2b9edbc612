using System.Collections.Concurrent;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using Microsoft.Extensions.Caching.Memory;

namespace LongAnGis.Web.Maps;

/// <summary>
/// Tiles as pictures for clients that cannot draw vector tiles, kept up to a budget of bytes. Many who wait for the same tile wait
/// for one drawing, and no more are drawn at once than the machine has cores.
/// </summary>
public sealed class RasterTiles(MapFeatures features, IConfiguration configuration) : IDisposable
{
    const long DefaultBudget = 64L << 20;
    const int MostWaiting = 200;

    /// <summary>CSS pixels of a tile's side, as every client of XYZ tiles expects.</summary>
    public const int Side = 256;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = configuration.GetValue("Maps:TileBytes", DefaultBudget), CompactionPercentage = 0.2 });
    readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> drawing = new(StringComparer.Ordinal);
    readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    /// <summary>The tile as PNG; null when so many wait already that one more would only make all of them late.</summary>
    /// <param name="density">Pixels of the picture for each CSS pixel.</param>
    public async Task<byte[]?> Get(TileAddress address, IReadOnlyList<Layer> shown, Layers layers, PointInTime moment, int density, Language language)
    {
        var key = $"{address}@{density} {language.Code} {moment.Plan} {moment} {string.Join(',', shown.Select(layer => layer.Code))}";
        if (kept.TryGetValue(key, out byte[]? known))
            return known;
        if (drawing.Count >= MostWaiting)
            return null;

        // Whoever asks first does not decide for the others: the drawing goes on when that one leaves.
        var work = drawing.GetOrAdd(key, _ => new(() => Task.Run(() => Draw(address, shown, layers, moment, density, language))));
        try
        {
            var tile = await work.Value;
            kept.Set(key, tile, new MemoryCacheEntryOptions { Size = tile.Length + (2 * key.Length) + 64 });
            return tile;
        }
        finally
        {
            drawing.TryRemove(key, out _);
        }
    }

    async Task<byte[]> Draw(TileAddress address, IReadOnlyList<Layer> shown, Layers layers, PointInTime moment, int density, Language language)
    {
        await turns.WaitAsync();
        try
        {
            var sheet = MapSheet.Of(address, Side);
            var drawn = await features.Published(
                sheet, [.. shown.Where(layer => address.Zoom >= layer.MinZoom).Select(layer => layer.Code)], moment, CancellationToken.None);
            var picture = new PaperSheet("", "", sheet.Size, canvas => new MapPicture(sheet, layers, language).Draw(canvas, drawn, []));
            return PngFile.Write(picture, density, CancellationToken.None);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        turns.Dispose();
    }
}
