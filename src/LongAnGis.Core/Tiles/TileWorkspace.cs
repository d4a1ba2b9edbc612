using System.Collections.Concurrent;

namespace LongAnGis.Core.Tiles;

/// <summary>All that drawing a tile needs to remember meanwhile, lent from tile to tile so that rows allocate nothing.</summary>
sealed class TileWorkspace
{
    /// <summary>A workspace that one monstrous tile has blown up beyond this is not kept.</summary>
    const int LargestKept = 16 << 20;

    static readonly ConcurrentBag<TileWorkspace> Idle = [];

    public GeometryDrawing Drawing { get; } = new();

    public ValueTable Values { get; } = new();

    public List<string> Keys { get; } = [];

    /// <summary>The tile as far as it is finished.</summary>
    public Growing<byte> Tile { get; } = new(1 << 14);

    /// <summary>The features of the layer being drawn.</summary>
    public Growing<byte> Features { get; } = new(1 << 14);

    /// <summary>The tags of the feature being drawn.</summary>
    public Growing<byte> Tags { get; } = new();

    public static TileWorkspace Borrow() => Idle.TryTake(out var workspace) ? workspace : new();

    public void GiveBack()
    {
        if (Tile.Capacity + Features.Capacity > LargestKept || Idle.Count > 2 * Environment.ProcessorCount)
            return;

        Tile.Clear();
        Idle.Add(this);
    }
}
