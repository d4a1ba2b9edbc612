namespace LongAnGis.Web.Tiles;

/// <summary>The builds of one tile, each with the revisions for which it is known to be right.</summary>
sealed class TileSpans
{
    /// <summary>Readers of the past are few: the newest builds are kept.</summary>
    const int Most = 4;

    readonly Lock guard = new();
    readonly List<Span> spans = [];

    public sealed record Span(int From, int Until, ServedTile Tile);

    /// <summary>Held by whoever builds.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    public long Cost
    {
        get
        {
            lock (guard)
            {
                return spans.Sum(span => span.Tile.Cost);
            }
        }
    }

    public ServedTile? At(int revision)
    {
        lock (guard)
        {
            foreach (var span in spans)
            {
                if (span.From <= revision && revision <= span.Until)
                {
                    return span.Tile;
                }
            }

            return null;
        }
    }

    public Span? LastBefore(int revision)
    {
        lock (guard)
        {
            return spans.Where(span => span.Until < revision).MaxBy(span => span.Until);
        }
    }

    public void Lengthen(Span span, int until)
    {
        lock (guard)
        {
            spans.Remove(span);
            spans.Add(span with { Until = until });
        }
    }

    public void Add(int revision, ServedTile tile)
    {
        lock (guard)
        {
            spans.Add(new(revision, revision, tile));
            if (spans.Count > Most)
            {
                spans.Remove(spans.MinBy(span => span.Until)!);
            }
        }
    }
}
