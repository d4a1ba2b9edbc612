using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>What is noticed about a parcel that was read. A remark leaves it usable; without one of the others it has an area.</summary>
/// <param name="Row">Line of the table, where one line is meant.</param>
public sealed record ParcelRemark(Bilingual Message, bool IsFault, int? Row = null);

/// <summary>
/// The parcel that a table describes, on the plane of its grid (NTS X = easting, metres): areas and lengths are those of the
/// paper. A table in degrees or UTM is measured on the province's grid (EPSG:9210).
/// </summary>
public sealed class ParcelShape
{
    /// <summary>How far a stated edge may be from the computed one: papers print centimetres (domain.md, 2).</summary>
    public const double EdgeToleranceMetres = 0.05;

    /// <summary>A difference of areas worth a word: 1 m², or 0.1 % of the parcel, whichever is more (domain.md, 2).</summary>
    public static double AreaToleranceSquareMetres(double area) => Math.Max(1, area / 1000);

    readonly Lazy<Polygon> onGrid;
    readonly Lazy<Polygon> wgs84;

    ParcelShape(Vn2000Zone zone, Coordinate[] corners, IReadOnlyList<ParcelRemark> remarks)
    {
        (Zone, Corners, Remarks) = (zone, corners, remarks);
        onGrid = new(() => new(new LinearRing([.. corners, corners[0].Copy()])) { SRID = zone.Srid });
        wgs84 = new(() => (Polygon)zone.GeometryToWgs84(OnGrid));
    }

    /// <summary>The grid on which the parcel is measured.</summary>
    public Vn2000Zone Zone { get; }

    /// <summary>The corners on the grid, not closed.</summary>
    public IReadOnlyList<Coordinate> Corners { get; }

    public IReadOnlyList<ParcelRemark> Remarks { get; }

    /// <summary>Whether the corners enclose an area as they stand.</summary>
    public bool IsSound => !Remarks.Any(remark => remark.IsFault);

    /// <summary>The parcel on the grid. Only of a sound one.</summary>
    public Polygon OnGrid => onGrid.Value;

    /// <summary>The parcel on WGS 84 (NTS X = longitude). Only of a sound one.</summary>
    public Polygon Wgs84 => wgs84.Value;

    public double AreaSquareMetres => OnGrid.Area;

    public double PerimeterMetres => OnGrid.Length;

    /// <summary>The corners of a table as they are read, and what is to be said of them.</summary>
    public static ParcelShape Of(CornerTable table, ParcelReading reading)
    {
        var zone = reading.Frame.Zone ?? Vn2000Zone.LongAn;
        Coordinate[] corners =
        [
            .. table.Corners.Select((corner, i) => reading.Frame.Zone is null
                ? OnGridOf(zone, reading.Positions[i])
                : reading.NorthFirst
                    ? new Coordinate(corner.Second + reading.AddedEast, corner.First + reading.AddedNorth)
                    : new Coordinate(corner.First + reading.AddedEast, corner.Second + reading.AddedNorth)),
        ];
        return new(zone, corners, [.. ParcelFaults.Of(table, corners), .. ParcelMeasures.Compare(table, corners)]);
    }

    /// <summary>The same corners in another order, chosen by a person: round their middle, or their hull.</summary>
    public ParcelShape Reordered(IReadOnlyList<Coordinate> corners) => new(Zone, [.. corners], []);

    static Coordinate OnGridOf(Vn2000Zone zone, Wgs84Position position)
    {
        var grid = zone.FromWgs84(position);
        return new(grid.Easting, grid.Northing);
    }
}
