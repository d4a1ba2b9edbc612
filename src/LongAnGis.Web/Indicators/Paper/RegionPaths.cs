using LongAnGis.Web.Indicators.Maps;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>Small maps' shapes for drawing, each read once; in the units of the outlines.</summary>
sealed class RegionPaths(Outlines outlines) : IDisposable
{
    readonly Dictionary<string, SKPath> read = [];

    /// <summary>Null when the boundary was not known.</summary>
    public SKPath? Of(string region)
    {
        if (!outlines.Regions.TryGetValue(region, out var outline))
            return null;
        if (!read.TryGetValue(region, out var path))
        {
            read[region] = path = SKPath.ParseSvgPathData(outline.Path);
            path.FillType = SKPathFillType.EvenOdd;
        }

        return path;
    }

    public void Dispose()
    {
        foreach (var path in read.Values)
            path.Dispose();
    }
}
