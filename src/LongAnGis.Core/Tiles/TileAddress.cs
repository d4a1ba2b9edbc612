using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// One tile of the Web Mercator pyramid (EPSG:3857, as Google and OpenStreetMap number it): column 0 begins at 180° W,
/// row 0 at 85.05° N, and each zoom doubles both. Refuses whatever is not plain ASCII digits within the pyramid.
/// </summary>
public readonly record struct TileAddress
{
    /// <summary>At this zoom a grid of 4096 units resolves 4 cm, and the whole world still fits 32 bits.</summary>
    public const int DeepestZoom = 18;

    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public TileAddress(int zoom, int column, int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(zoom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zoom, DeepestZoom);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, 1 << zoom);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, 1 << zoom);
        (Zoom, Column, Row) = (zoom, column, row);
    }

    public int Zoom { get; }

    /// <summary>Counted eastward: the x of a tile URL.</summary>
    public int Column { get; }

    /// <summary>Counted southward: the y of a tile URL.</summary>
    public int Row { get; }

    public static bool TryParse(
        ReadOnlySpan<char> zoom, ReadOnlySpan<char> column, ReadOnlySpan<char> row, out TileAddress address)
    {
        address = default;
        if (Number(zoom) is not (>= 0 and <= DeepestZoom and var z)
            || Number(column) is not (>= 0 and var x) || x >= 1 << z
            || Number(row) is not (>= 0 and var y) || y >= 1 << z)
        {
            return false;
        }

        address = new(z, x, y);
        return true;
    }

    /// <summary>The ground that the tile shows, in degrees.</summary>
    /// <param name="margin">Ground beyond each side, as a part of the tile's side.</param>
    public Region Extent(double margin = 0)
    {
        var side = 1.0 / (1 << Zoom);
        var northWest = WebMercator.FromUnitSquare((Column - margin) * side, Math.Max(0, (Row - margin) * side));
        var southEast = WebMercator.FromUnitSquare((Column + 1 + margin) * side, Math.Min(1, (Row + 1 + margin) * side));
        return new(southEast.Latitude, northWest.Longitude, northWest.Latitude, southEast.Longitude);
    }

    /// <summary>The tile that shows a position at a zoom.</summary>
    public static TileAddress At(Wgs84Position position, int zoom)
    {
        var (right, down) = WebMercator.ToUnitSquare(position.Longitude, position.Latitude);
        var last = (1 << zoom) - 1;
        return new(zoom, Math.Clamp((int)(right * (1 << zoom)), 0, last), Math.Clamp((int)(down * (1 << zoom)), 0, last));
    }

    public override string ToString() => $"{Zoom}/{Column}/{Row}";

    /// <summary>Plain digits without sign, zeros in front or digits of other scripts; -1 for anything else.</summary>
    static int Number(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9 || (text.Length > 1 && text[0] == '0'))
            return -1;

        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
