using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans.Instruments;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>
/// What an extract says, for programs and for its seal: figures unrounded (m, m²), texts in both languages, days as ISO 8601.
/// It never changes once it is sealed; members may be added for later ones.
/// </summary>
/// <param name="Number">What is printed on the extract.</param>
/// <param name="MeasuredOn">EPSG code of the grid on whose plane areas and lengths are.</param>
/// <param name="ParcelCode">GeoHash of twelve characters on WGS 84, computed (<see cref="Core.Coordinates.ParcelCode"/>).</param>
/// <param name="Layers">Layers of areas on the parcel, units of administration among them.</param>
/// <param name="Met">Lines, points and indicative areas that it meets.</param>
/// <param name="Past">What was in force here and no longer is, or will be.</param>
/// <param name="Since">What has changed here since the parcel was asked about.</param>
/// <param name="Place">Pending amendments, figures of its units, and changes since a day; null in extracts of before they were told.</param>
public sealed record ExtractContent(
    string Number, DateTimeOffset IssuedAt, Guid Lookup, ExtractContent.TableUnderstood Understood,
    string Plan, string AsOf, int Revision, int MeasuredOn, string ParcelCode, double AreaSquareMetres, double PerimeterMetres,
    IReadOnlyList<ExtractContent.OnParcel> Layers, IReadOnlyList<ExtractContent.Told> Met, IReadOnlyList<ExtractContent.Told> Past,
    IReadOnlyList<ExtractContent.Near> Nearest, IReadOnlyList<ExtractContent.Basis> LegalBasis, ExtractContent.Changes Since,
    PlaceTold? Place, string Notice, string? NoticeEn)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed record Reading(int Srid, bool NorthFirst, double Latitude, double Longitude);

    public sealed record Remark(int? Row, string Message, string? MessageEn);

    public sealed record TableUnderstood(
        int Srid, bool NorthFirst, bool Exchanged, string Meaning, string? MeaningEn, IReadOnlyList<Reading> Others, IReadOnlyList<Remark> Remarks);

    public sealed record Told(string Layer, long Id, long Version, string Name, string? NameEn, bool Indicative, string? InForceFrom, string? InForceUntil);

    public sealed record Covering(
        long Id, long Version, string? Code, string Name, string? NameEn, string? InForceFrom, string? InForceUntil, double AreaSquareMetres, double Share);

    public sealed record OnParcel(string Layer, IReadOnlyList<Covering> Features, double UncoveredSquareMetres, int Slivers);

    public sealed record Near(string Layer, long Id, string Name, string? NameEn, bool Indicative, double DistanceMetres);

    public sealed record Basis(string Code, string Number, string Title, string? TitleEn);

    public sealed record Changes(int Revision, DateTimeOffset AskedAt, IReadOnlyList<Told> Came, IReadOnlyList<Told> Went);

    public static ExtractContent Of(ParcelReport report, ExtractNumber number, DateTimeOffset issuedAt)
    {
        var (stated, now) = (report.Stated, report.Now);
        return new(
            number.ToString(), issuedAt, report.Lookup.Id, Of(stated), now.Moment.Plan, CalendarDay.Write(now.Moment.AsOf), now.Moment.Revision,
            stated.Shape.Zone.Srid, stated.Code.Value, now.AreaSquareMetres, stated.Shape.PerimeterMetres,
            [.. now.Measured.Select(layer => Of(layer, now.AreaSquareMetres))],
            [.. now.Met.Select(Tell)], [.. now.Past.Select(Tell)],
            [.. now.Nearest.Select(Tell)], [.. report.Bases.Select(Tell)],
            new(report.Lookup.Asked.Revision, report.Lookup.At, [.. report.Changes.Came.Select(Tell)], [.. report.Changes.Went.Select(Tell)]),
            report.Place, LookupText.Disclaimer.Vi, LookupText.Disclaimer.En);
    }

    /// <summary>The bytes that are sealed and given out.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">The bytes are no extract's.</exception>
    public static ExtractContent Read(byte[] bytes) =>
        JsonSerializer.Deserialize<ExtractContent>(bytes, Json) ?? throw new JsonException("An extract without content.");

    static TableUnderstood Of(StatedParcel stated) => new(
        stated.Reading.Frame.Srid, stated.Reading.NorthFirst, stated.Reading.IsExchanged, stated.Reading.Meaning.Vi, stated.Reading.Meaning.En,
        [.. stated.Others.Select(other => new Reading(other.Frame.Srid, other.NorthFirst, other.Middle.Latitude, other.Middle.Longitude))],
        [.. stated.Remarks.Select(remark => new Remark(remark.Row, remark.Message.Vi, remark.Message.En))]);

    static OnParcel Of(LayerOnParcel layer, double total) => new(
        layer.Layer,
        [
            .. layer.Overlay.Parts.Select(part => new Covering(
                part.Thing.Id, part.Thing.Version, part.Thing.Code, part.Thing.Name.Vi, part.Thing.Name.En,
                Day(part.Thing.InForceFrom), Day(part.Thing.InForceUntil), part.AreaSquareMetres, part.AreaSquareMetres / total)),
        ],
        layer.Overlay.Rest.Area,
        layer.Overlay.Slivers);

    internal static Near Tell(NearestThing near) => new(near.Layer, near.Id, near.Name.Vi, near.Name.En, near.IsIndicative, near.DistanceMetres);

    internal static Basis Tell(Instrument basis) => new(basis.Code, basis.Number, basis.Title.Vi, basis.Title.En);

    internal static Told Tell(FeatureMet met) => new(
        met.Layer, met.Id, met.Version, met.Name.Vi, met.Name.En, met.IsIndicative, Day(met.InForceFrom), Day(met.InForceUntil));

    internal static string? Day(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : null;
}
