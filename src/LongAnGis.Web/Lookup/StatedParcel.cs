using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup;

/// <summary>A parcel as its table states it and as it is understood, with the other ways to understand it.</summary>
/// <param name="Others">Readings that fall into the province as well, likeliest first.</param>
/// <param name="Shape">The parcel with its corners in the order that was chosen; its remarks are those of the order as stated.</param>
public sealed record StatedParcel(CornerTable Table, ParcelReading Reading, IReadOnlyList<ParcelReading> Others, ParcelShape Shape)
{
    /// <summary>What is said of the table, in its own order.</summary>
    public required IReadOnlyList<ParcelRemark> Remarks { get; init; }

    /// <summary>The national code of the parcel, by the meridian of its paper.</summary>
    public ParcelCode Code { get; } = ParcelCode.Of(Shape.Zone, Shape.OnGrid);

    /// <summary>Reads a kept lookup again, by the rules of today.</summary>
    public static StatedParcel Of(ParcelLookup lookup) =>
        Read(lookup.Corners, new(lookup.Frame, lookup.NorthFirst), lookup.Arrangement, out var refusals)
        ?? throw new RefusedException(refusals[0].Said);

    /// <summary>Understands a pasted table.</summary>
    /// <param name="refusals">Why there is no parcel; empty when there is one.</param>
    public static StatedParcel? Read(
        string corners, PlacingWish wish, Arrangement arrangement, out IReadOnlyList<ParcelRefusal> refusals)
    {
        var table = CornerTableReader.Read(corners);
        if (table.Faults.Count > 0 || table.Corners.Count == 0)
        {
            refusals = ParcelRefusal.OfTable(table);
            return null;
        }

        var readings = ParcelPlacing.Readings(table, wish, Region.Province);
        if (readings.Count == 0)
        {
            refusals = [ParcelRefusal.Elsewhere(table, wish)];
            return null;
        }

        var stated = ParcelShape.Of(table, readings[0]);
        var shape = Arranged(stated, arrangement);
        refusals = shape.IsSound ? [] : ParcelRefusal.OfShape(stated);
        if (!shape.IsSound)
            return null;

        // Whoever chose a reading still sees what else the numbers can be.
        var all = wish is { Frame: null, NorthFirst: null } ? readings : ParcelPlacing.Readings(table, new(), Region.Province);
        return new(table, readings[0], [.. all.Where(other => !IsSame(other, readings[0]))], shape)
        {
            Remarks = arrangement == Arrangement.Stated ? stated.Remarks : [],
        };
    }

    static bool IsSame(ParcelReading one, ParcelReading other) =>
        (one.Frame, one.NorthFirst, one.AddedNorth, one.AddedEast) == (other.Frame, other.NorthFirst, other.AddedNorth, other.AddedEast);

    static ParcelShape Arranged(ParcelShape stated, Arrangement arrangement) => arrangement switch
    {
        Arrangement.Around when Untangling.AroundTheMiddle(stated.Corners) is { } corners => stated.Reordered(corners),
        Arrangement.Hull when Untangling.Hull(stated.Corners) is { Count: > 2 } corners => stated.Reordered(corners),
        _ => stated,
    };
}
