using System.Text.Json;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Places;

namespace LongAnGis.Web.Lookup.Points;

/// <summary>
/// What the extract of a point says, for programs and for its seal: degrees on WGS 84, distances unrounded (m), texts in both
/// languages, days as ISO 8601. It never changes once it is sealed; members may be added for later ones.
/// </summary>
/// <param name="Number">What is printed on the extract.</param>
/// <param name="ParcelCode">GeoHash of the point itself.</param>
/// <param name="Units">Units of administration that hold the point, of every time.</param>
/// <param name="Met">What the plan has at the point.</param>
/// <param name="Past">What was in force here and no longer is, or will be.</param>
/// <param name="Since">What has changed here since the point was asked about.</param>
/// <param name="Place">Pending amendments, figures of its units, and changes since a day.</param>
public sealed record PointExtractContent(
    string Number, DateTimeOffset IssuedAt, Guid Point, string Typed, string Meaning, string? MeaningEn, double Latitude, double Longitude, string ParcelCode,
    string Plan, string AsOf, int Revision, IReadOnlyList<ExtractContent.Told> Units, IReadOnlyList<ExtractContent.Told> Met,
    IReadOnlyList<ExtractContent.Told> Past, IReadOnlyList<ExtractContent.Near> Nearest, IReadOnlyList<ExtractContent.Basis> LegalBasis,
    ExtractContent.Changes Since, PlaceTold Place, string Notice, string? NoticeEn)
{
    public static PointExtractContent Of(PointReport report, ExtractNumber number, DateTimeOffset issuedAt)
    {
        var (point, now) = (report.Lookup, report.Now);
        return new(
            number.ToString(), issuedAt, point.Id, point.Typed, point.Meaning.Vi, point.Meaning.En, point.Position.Latitude, point.Position.Longitude,
            point.Code.Value, now.Moment.Plan, CalendarDay.Write(now.Moment.AsOf), now.Moment.Revision,
            [.. PointReport.Units(now).Select(ExtractContent.Tell)], [.. PointReport.Speaking(now).Select(ExtractContent.Tell)],
            [.. now.Past.Select(ExtractContent.Tell)], [.. now.Nearest.Select(ExtractContent.Tell)], [.. report.Bases.Select(ExtractContent.Tell)],
            new(point.Asked.Revision, point.At, [.. report.Changes.Came.Select(ExtractContent.Tell)], [.. report.Changes.Went.Select(ExtractContent.Tell)]),
            report.Place, LookupText.Disclaimer.Vi, LookupText.Disclaimer.En);
    }

    /// <summary>The bytes that are sealed and given out.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ExtractContent.Json);

    /// <exception cref="JsonException">The bytes are no point's extract.</exception>
    public static PointExtractContent Read(byte[] bytes) =>
        JsonSerializer.Deserialize<PointExtractContent>(bytes, ExtractContent.Json) ?? throw new JsonException("An extract without content.");
}
