using System.Text.Json;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Places;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>
/// What the extract of a line says, for programs and for its seal: lengths unrounded (m), texts in both languages, days as ISO 8601.
/// It never changes once it is sealed; members may be added for later ones.
/// </summary>
/// <param name="Number">What is printed on the extract.</param>
/// <param name="MeasuredOn">EPSG code of the grid on whose plane lengths are.</param>
/// <param name="Layers">Layers of areas along the line, units of administration among them.</param>
/// <param name="Crossed">Roads, canals and other lines, in the order in which they are met.</param>
/// <param name="Met">Points and indicative places on it.</param>
/// <param name="Past">What was in force along it and no longer is, or will be.</param>
/// <param name="Since">What has changed along it since it was asked about.</param>
/// <param name="Place">Pending amendments, figures of its units, and changes since a day.</param>
public sealed record LineExtractContent(
    string Number, DateTimeOffset IssuedAt, Guid Line, LineExtractContent.PointsUnderstood Understood,
    string Plan, string AsOf, int Revision, int MeasuredOn, double LengthMetres,
    IReadOnlyList<LineExtractContent.Along> Layers, IReadOnlyList<LineExtractContent.Crossing> Crossed, IReadOnlyList<ExtractContent.Told> Met,
    IReadOnlyList<ExtractContent.Told> Past, IReadOnlyList<ExtractContent.Near> Nearest, IReadOnlyList<ExtractContent.Basis> LegalBasis,
    ExtractContent.Changes Since, PlaceTold Place, string Notice, string? NoticeEn)
{
    public sealed record PointsUnderstood(int Srid, bool NorthFirst, string Meaning, string? MeaningEn, IReadOnlyList<ExtractContent.Reading> Others);

    public sealed record Covering(
        long Id, long Version, string? Code, string Name, string? NameEn, string? InForceFrom, string? InForceUntil, double LengthMetres, double Share,
        IReadOnlyList<Stretch> Stretches);

    public sealed record Along(string Layer, IReadOnlyList<Covering> Features, double UncoveredMetres);

    public sealed record Crossing(string Layer, long Id, long Version, string Name, string? NameEn, IReadOnlyList<double> AtMetres);

    public static LineExtractContent Of(LineReport report, ExtractNumber number, DateTimeOffset issuedAt)
    {
        var (line, now) = (report.Lookup, report.Now);
        return new(
            number.ToString(), issuedAt, line.Id,
            new(
                line.Reading.Frame.Srid, line.Reading.NorthFirst, line.Reading.Meaning.Vi, line.Reading.Meaning.En,
                [.. line.Others.Select(other => new ExtractContent.Reading(other.Frame.Srid, other.NorthFirst, other.Middle.Latitude, other.Middle.Longitude))]),
            now.Moment.Plan, CalendarDay.Write(now.Moment.AsOf), now.Moment.Revision, line.Shape.Zone.Srid, now.LengthMetres,
            [.. now.Measured.Select(layer => Of(layer, now.LengthMetres))],
            [
                .. now.Crossed.Select(one => new Crossing(
                    one.Feature.Layer, one.Feature.Id, one.Feature.Version, one.Feature.Name.Vi, one.Feature.Name.En, one.AtMetres)),
            ],
            [.. now.Met.Select(ExtractContent.Tell)], [.. now.Past.Select(ExtractContent.Tell)], [.. now.Nearest.Select(ExtractContent.Tell)],
            [.. report.Bases.Select(ExtractContent.Tell)],
            new(line.Asked.Revision, line.At, [.. report.Changes.Came.Select(ExtractContent.Tell)], [.. report.Changes.Went.Select(ExtractContent.Tell)]),
            report.Place, LookupText.Disclaimer.Vi, LookupText.Disclaimer.En);
    }

    /// <summary>The bytes that are sealed and given out.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ExtractContent.Json);

    /// <exception cref="JsonException">The bytes are no line's extract.</exception>
    public static LineExtractContent Read(byte[] bytes) =>
        JsonSerializer.Deserialize<LineExtractContent>(bytes, ExtractContent.Json) ?? throw new JsonException("An extract without content.");

    static Along Of(LayerAlongLine layer, double total) => new(
        layer.Layer,
        [
            .. layer.Overlay.Parts.Select(part => new Covering(
                part.Thing.Id, part.Thing.Version, part.Thing.Code, part.Thing.Name.Vi, part.Thing.Name.En,
                ExtractContent.Day(part.Thing.InForceFrom), ExtractContent.Day(part.Thing.InForceUntil), part.LengthMetres, part.LengthMetres / total,
                part.Stretches)),
        ],
        layer.Overlay.RestMetres);
}
