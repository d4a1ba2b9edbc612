using Microsoft.Extensions.Caching.Memory;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// Finished tiles, up to a budget of bytes. A tile is kept with the span of revisions for which it is known to be right;
/// a publication that does not touch it only lengthens the span, so its bytes and its ETag stay. Many who wait for the
/// same tile wait for one build.
/// </summary>
public sealed class TileCache : IDisposable
{
    const long DefaultBudget = 128L << 20;

    /// <summary>Builds beyond the cores only queue inside the database; this many may wait for their turn.</summary>
    const int MostWaiting = 512;

    readonly TileBuilder builder;
    readonly MemoryCache kept;
    readonly SemaphoreSlim turns = new(2 * Environment.ProcessorCount);
    int waiting;

    public TileCache(TileBuilder builder, IConfiguration configuration)
    {
        this.builder = builder;
        kept = new(new MemoryCacheOptions
        {
            SizeLimit = configuration.GetValue("Tiles:CacheBytes", DefaultBudget),
            CompactionPercentage = 0.2,
        });
    }

    /// <summary>The tile, or null when so many builds wait already that one more would only make all of them late.</summary>
    public async Task<ServedTile?> Get(TileRequest request, CancellationToken cancellation)
    {
        var spans = kept.GetOrCreate(request.Subject, entry =>
        {
            entry.Size = 64 + request.Subject.Length;
            return new TileSpans();
        })!;
        return spans.At(request.Revision) ?? await Make(spans, request, cancellation);
    }

    async Task<ServedTile?> Make(TileSpans spans, TileRequest request, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            // One build for all who wait for this tile; the others find it when their turn comes.
            await spans.Gate.WaitAsync(cancellation);
            try
            {
                return spans.At(request.Revision) ?? await BuildOrKeep(spans, request, cancellation);
            }
            finally
            {
                spans.Gate.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    async Task<ServedTile> BuildOrKeep(TileSpans spans, TileRequest request, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            if (spans.LastBefore(request.Revision) is { } earlier
                && !await builder.IsTouchedSince(earlier.Until, request, cancellation))
            {
                spans.Lengthen(earlier, request.Revision);
                return earlier.Tile;
            }

            var tile = new ServedTile(await builder.Build(request, cancellation));
            spans.Add(request.Revision, tile);
            kept.Set(request.Subject, spans, new MemoryCacheEntryOptions { Size = spans.Cost + 64 + request.Subject.Length });
            return tile;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Drops everything, because a layer's definition or visibility changed.</summary>
    public void Clear() => kept.Clear();

    public void Dispose()
    {
        kept.Dispose();
        turns.Dispose();
    }
}
