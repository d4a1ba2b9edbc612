using LongAnGis.Core.Tiles;

namespace LongAnGis.Web.Tiles;

/// <summary>One layer of a tile in one state: all that its bytes depend on beside the place.</summary>
/// <param name="Plan">The plan whose features it shows; null for context.</param>
/// <param name="Revision">The last revision that touched the layer, of those that are known.</param>
/// <param name="Day">The last day on which anything in the layer began or ended, of those up to the asked one.</param>
public sealed record LayerState(TiledLayer Layer, string? Plan, int Revision, DateOnly Day);

/// <summary>A tile to be served: where it is, and each of its layers in the state that is asked for.</summary>
public sealed record TileRequest(TileAddress Address, IReadOnlyList<LayerState> Layers)
{
    /// <summary>What the tile shows, whatever the revision: under this name its builds of several revisions are kept.</summary>
    public string Subject { get; } =
        $"{Address} {string.Join(' ', Layers.Select(state => $"{state.Layer.Code}@{state.Day:yyyyMMdd}/{state.Plan}"))}";

    /// <summary>The newest of the layers' revisions.</summary>
    public int Revision { get; } = Layers.Max(state => state.Revision);
}
