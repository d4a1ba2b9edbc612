using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Lookup;

/// <summary>Which number of a pair a table says comes first. Papers write X (north) before Y (east), most software the reverse.</summary>
public enum StatedOrder
{
    Unsaid,
    NorthFirst,
    EastFirst,
}

/// <summary>A corner as a table states it.</summary>
/// <param name="Row">Line of the text, from 1.</param>
/// <param name="Name">What the table calls the point; its place in the ring where it has no name.</param>
/// <param name="First">The number that stands first, in metres of a grid or in degrees.</param>
/// <param name="Second">The number that stands second.</param>
/// <param name="EdgeMetres">Length of the edge to the next corner, where the table has such a column.</param>
public sealed record StatedCorner(int Row, string Name, double First, double Second, double? EdgeMetres);

/// <summary>A line of a table that cannot be used, and why.</summary>
public sealed record TableFault(int Row, Bilingual Message);

/// <summary>
/// The corner table of a land certificate as it was pasted: what it states, nothing interpreted. A repeated first corner at
/// the end is left out, since it only closes the ring.
/// </summary>
/// <param name="Meridian">The three- or six-degree grid whose central meridian the text names; null where it names none.</param>
/// <param name="AreaReadings">What the area that the text states can mean, in square metres; empty where it states none.</param>
/// <param name="Faults">Lines that hold numbers but no corner. A table with any is refused.</param>
public sealed record CornerTable(
    IReadOnlyList<StatedCorner> Corners,
    StatedOrder Order,
    Vn2000Zone? Meridian,
    IReadOnlyList<double> AreaReadings,
    bool RepeatsFirst,
    IReadOnlyList<TableFault> Faults)
{
    /// <summary>More corners than any parcel has; a longer table is refused before it is read.</summary>
    public const int MostCorners = 5_000;

    public const int LongestText = 200_000;
}
