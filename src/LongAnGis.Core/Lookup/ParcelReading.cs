using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>One way to understand a corner table: what it is measured in, and which column is north.</summary>
/// <param name="Frame">What the numbers are measured in.</param>
/// <param name="NorthFirst">Whether the first number of a pair is the northing, or the latitude.</param>
/// <param name="AddedNorth">Metres put before northings that lack their leading digit; 0 for a table that is whole.</param>
/// <param name="AddedEast">The same for eastings.</param>
/// <param name="Positions">Where the corners then are, in the table's order.</param>
public sealed record ParcelReading(
    ReferenceFrame Frame, bool NorthFirst, double AddedNorth, double AddedEast, IReadOnlyList<Wgs84Position> Positions)
{
    /// <summary>Whether the columns were taken in the other order than their headings, or than papers write them.</summary>
    public bool IsExchanged { get; init; }

    /// <summary>How likely it is that this was meant, by what the paper says and where the parcel falls; higher is likelier.</summary>
    public int Weight { get; init; }

    /// <summary>The numbers that the reading assumes, in the words of a sentence.</summary>
    public Bilingual Meaning
    {
        get
        {
            var (first, second) = Frame.IsDegrees
                ? (new Bilingual("vĩ độ", "latitude"), new Bilingual("kinh độ", "longitude"))
                : (new Bilingual("X (Bắc)", "X (north)"), new Bilingual("Y (Đông)", "Y (east)"));
            var (one, other) = NorthFirst ? (first, second) : (second, first);
            var added = AddedNorth + AddedEast > 0
                ? new Bilingual(", thêm chữ số đầu bị thiếu", ", with the leading digit that is missing") : new("", "");
            return new(
                $"{Frame.Name.Vi}; cột thứ nhất là {one.Vi}, cột thứ hai là {other.Vi}{added.Vi}",
                $"{Frame.Name.En}; the first column is {one.En}, the second {other.En}{added.En}");
        }
    }

    /// <summary>The middle of the corners, which is enough to say where a parcel falls.</summary>
    public Wgs84Position Middle => new(Positions.Average(position => position.Latitude), Positions.Average(position => position.Longitude));

    /// <summary>The ring of the corners on WGS 84 (NTS X = longitude), closed, in the table's order.</summary>
    public LinearRing Ring => new([.. Positions.Append(Positions[0]).Select(position => new Coordinate(position.Longitude, position.Latitude))])
    {
        SRID = 4326,
    };
}
