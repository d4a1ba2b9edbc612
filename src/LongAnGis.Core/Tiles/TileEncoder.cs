namespace LongAnGis.Core.Tiles;

/// <summary>
/// Draws one Mapbox Vector Tile (version 2.1) layer after layer from the well-known binary that PostGIS stores.
/// </summary>
/// <example><code>
/// using var tile = new TileEncoder(new TileAddress(12, 3258, 1926));
/// using (var layer = tile.Layer("industrial-parks"))
/// {
///     if (layer.Add(featureId, wkb))
///         layer.Tag("name", "KCN Đức Hòa 1");
/// }
/// byte[] bytes = tile.ToArray();
/// </code></example>
public sealed class TileEncoder : IDisposable
{
    readonly TileWorkspace workspace = TileWorkspace.Borrow();
    readonly TileOptions options;
    TileLayer? open;
    bool disposed;

    public TileEncoder(TileAddress tile, TileOptions? options = null)
    {
        this.options = options ?? TileOptions.Default;
        workspace.Drawing.Begin(tile, this.options);
    }

    /// <summary>Begins a layer, which must be disposed before the next begins. A layer without features leaves no trace.</summary>
    public TileLayer Layer(string name)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (open is { IsFinished: false })
            throw new InvalidOperationException("One layer of a tile is drawn at a time.");
        return open = new TileLayer(name, workspace, options);
    }

    /// <summary>The finished tile; empty when nothing shows in it.</summary>
    public byte[] ToArray()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return workspace.Tile.Span.ToArray();
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        open?.Dispose();
        workspace.GiveBack();
    }
}
