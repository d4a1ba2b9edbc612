using System.Runtime.CompilerServices;

namespace LongAnGis.Core.Tiles;

/// <summary>The smallest upright rectangle round points on a tile's grid.</summary>
struct GridExtent
{
    public static GridExtent Nothing => new()
    {
        Left = int.MaxValue,
        Top = int.MaxValue,
        Right = int.MinValue,
        Bottom = int.MinValue,
    };

    public int Left { get; private set; }

    public int Top { get; private set; }

    public int Right { get; private set; }

    public int Bottom { get; private set; }

    public readonly long Width => (long)Right - Left;

    public readonly long Height => (long)Bottom - Top;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(GridPoint point)
    {
        Left = Math.Min(Left, point.X);
        Right = Math.Max(Right, point.X);
        Top = Math.Min(Top, point.Y);
        Bottom = Math.Max(Bottom, point.Y);
    }

    public readonly bool Meets(GridBox box) =>
        Left <= box.High && Right >= box.Low && Top <= box.High && Bottom >= box.Low;

    public readonly bool IsWithin(GridBox box) =>
        Left >= box.Low && Right <= box.High && Top >= box.Low && Bottom <= box.High;
}
