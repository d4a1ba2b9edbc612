using LongAnGis.Core.Coordinates;

namespace LongAnGis.Core.Lookup;

/// <summary>What a person has said of a table beside it. Null: find out.</summary>
public sealed record PlacingWish(ReferenceFrame? Frame = null, bool? NorthFirst = null);

/// <summary>
/// Finds what a corner table can mean from where its parcel would fall: every grid of VN-2000, degrees, UTM; both orders of
/// the columns; a missing leading digit. Nothing is decided in silence: all readings that fall into the province are given,
/// the likeliest first. A wrong meridian is often still inside it, 27 km off, so more than one is the rule.
/// </summary>
public static class ParcelPlacing
{
    const int InLongAn = 4, AsThePaperSays = 8, InPaperOrder = 2, Whole = 16;

    /// <summary>All readings that fall into a region, the likeliest first; empty when there is none.</summary>
    public static IReadOnlyList<ParcelReading> Readings(CornerTable table, PlacingWish wish, Region within)
    {
        if (table.Corners.Count == 0)
        {
            return [];
        }

        var areDegrees = table.Corners.All(corner => TableCells.IsDegrees(corner.First) && TableCells.IsDegrees(corner.Second));
        var frames = ReferenceFrame.All
            .Where(frame => frame.IsDegrees == areDegrees && (wish.Frame is null || frame == wish.Frame))
            .ToList();
        return
        [
            .. frames
                .SelectMany(frame => Orders(wish).SelectMany(northFirst => Ways(table, frame, northFirst)))
                .Where(way => within.Holds(way.Place(table.Corners[0])))
                .Select(way => way.Read(table))
                .Where(reading => reading.Positions.All(within.Holds))
                .Select(reading => Weighed(reading, table))
                .OrderByDescending(reading => reading.Weight)
                .ThenBy(reading => frames.IndexOf(reading.Frame)),
        ];
    }

    static bool[] Orders(PlacingWish wish) => wish.NorthFirst is { } chosen ? [chosen] : [true, false];

    static IEnumerable<Way> Ways(CornerTable table, ReferenceFrame frame, bool northFirst)
    {
        if (frame.IsDegrees)
        {
            return [new(frame, northFirst, 0, 0)];
        }

        // Northings here begin with 1 million and eastings with 4, 5 or 6 hundred thousand; hands leave such digits out.
        double[] norths = table.Corners.Max(corner => northFirst ? corner.First : corner.Second) < 1_000_000 ? [0, 1_000_000] : [0];
        double[] easts = table.Corners.Max(corner => northFirst ? corner.Second : corner.First) < 100_000 ? [0, 500_000, 600_000, 400_000] : [0];
        return norths.SelectMany(north => easts.Select(east => new Way(frame, northFirst, north, east)));
    }

    static ParcelReading Weighed(ParcelReading reading, CornerTable table)
    {
        var paperOrder = table.Order != StatedOrder.EastFirst;
        var weight = (reading.AddedNorth + reading.AddedEast == 0 ? Whole : 0)
            + (reading.Frame.Zone is { } zone && zone == table.Meridian ? AsThePaperSays : 0)
            + (Region.LongAn.Holds(reading.Middle) ? InLongAn : 0)
            + (reading.NorthFirst == paperOrder ? InPaperOrder : 0);
        return reading with { Weight = weight, IsExchanged = reading.NorthFirst != paperOrder };
    }

    /// <summary>A frame, an order of the columns and the digits put before them, before it is known where that leads.</summary>
    readonly record struct Way(ReferenceFrame Frame, bool NorthFirst, double AddedNorth, double AddedEast)
    {
        public Wgs84Position Place(StatedCorner corner) => NorthFirst
            ? Frame.Place(corner.First + AddedNorth, corner.Second + AddedEast)
            : Frame.Place(corner.Second + AddedNorth, corner.First + AddedEast);

        public ParcelReading Read(CornerTable table) => new(Frame, NorthFirst, AddedNorth, AddedEast, [.. table.Corners.Select(Place)]);
    }
}
