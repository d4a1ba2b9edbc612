namespace LongAnGis.Core.Coordinates;

/// <summary>A box of latitudes and longitudes on WGS 84, to judge whether a position is plausible.</summary>
public readonly record struct Region(double South, double West, double North, double East)
{
    /// <summary>Mainland and coastal waters of Vietnam with its islands.</summary>
    public static Region Vietnam { get; } = new(6.5, 102, 23.5, 118);

    /// <summary>Tây Ninh as merged with Long An in 2025, with a margin of a few kilometres.</summary>
    public static Region Province { get; } = new(10.35, 105.45, 11.85, 106.85);

    /// <summary>The province of today, its neighbours' nearest parts and the lines that lead to it: where plan content may lie.</summary>
    public static Region MapWindow { get; } = new(10.2, 105.3, 11.9, 107.0);

    /// <summary>Every latitude and longitude.</summary>
    public static Region World { get; } = new(-90, -180, 90, 180);

    /// <summary>The former province of Long An, with a margin of a few kilometres.</summary>
    public static Region LongAn { get; } = new(10.35, 105.45, 11.06, 106.85);

    public bool Holds(Wgs84Position position) =>
        position.Latitude >= South && position.Latitude <= North
        && position.Longitude >= West && position.Longitude <= East;
}
