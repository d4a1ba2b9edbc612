using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup;

/// <summary>The words and figures of an answer, the same on the page, on paper and in both languages.</summary>
public sealed class LookupText(Language language)
{
    /// <summary>What the answer is and what it is not.</summary>
    public static Bilingual Disclaimer { get; } = new(
        "Kết quả tra cứu để tham khảo, tính từ tọa độ do người tra cứu nhập và nội dung quy hoạch đã công bố; không thay thế văn bản cung cấp thông tin quy hoạch của cơ quan có thẩm quyền, không xác nhận quyền sử dụng đất. Tọa độ quy đổi, không thay thế kết quả đo đạc.",
        "For reference only: computed from the coordinates that were entered and the plan as published. It does not replace planning information given by the competent authority, and confirms no right to land. Converted coordinates, not a survey result.");

    public static string Area(double squareMetres, Language language) => Figure(squareMetres, language) + " m²";

    public static string Figure(double value, Language language) => value.ToString("#,0.0", language.Culture);

    public static string Share(double part, double total, Language language) => (100 * part / total).ToString("0.0", language.Culture);

    public static string Distance(double metres, Language language) => metres switch
    {
        0 => language.Say("ngay tại đây", "right here"),
        < 1000 => metres.ToString("#,0", language.Culture) + " m",
        _ => (metres / 1000).ToString("#,0.0", language.Culture) + " km",
    };

    public static string OtherReadings(int count, Language language) => language.Say(
        $"{count} cách hiểu khác cũng rơi vào trong tỉnh",
        count == 1 ? "1 other reading falls inside the province too" : $"{count} other readings fall inside the province too");

    /// <summary>How far another reading puts the parcel.</summary>
    public static string Away(ParcelReading from, ParcelReading to, Language language) => Away(from.Middle, to.Middle, language);

    /// <summary>The same of a point.</summary>
    public static string Away(Wgs84Position from, Wgs84Position to, Language language) => language.Say("cách ", "off by ")
        + Distance(GeodesicMeasure.DistanceMetres(from, to), language);

    /// <summary>The days of what has ended or not begun, or of a unit of another time; null for what simply is.</summary>
    public static string? Period(FeatureMet feature, Language language) => (feature.InForceFrom, feature.InForceUntil) switch
    {
        (_, { } until) => language.Say($"đến trước {AttributeText.Date(until)}", $"until before {AttributeText.Date(until)}"),
        ({ } from, null) when !feature.IsInForce || ParcelAnswer.Units.Contains(feature.Layer) =>
            language.Say($"từ {AttributeText.Date(from)}", $"since {AttributeText.Date(from)}"),
        _ => null,
    };

    /// <summary>When something was asked or given out, and the last publication that was known then.</summary>
    public static string When(DateTimeOffset at, int revision, Language language) => language.Say(
        $"ngày {Day(at)} (bản công bố {revision})", $"on {Day(at)} (publication {revision})");

    public static Bilingual OnParcel { get; } = new("trên thửa đất này", "on this parcel");

    public static Bilingual AtPoint { get; } = new("tại điểm này", "at this point");

    public static Bilingual AlongLine { get; } = new("dọc tuyến này", "along this line");

    /// <param name="place"><see cref="OnParcel"/>, <see cref="AtPoint"/> or <see cref="AlongLine"/>.</param>
    public static string Unchanged(Bilingual place, string when, Language language) => language.Say(
        $"Không có gì thay đổi {place.Vi} kể từ {when}.", $"Nothing {place.In(english: true)} has changed since {when}.");

    public static string Slivers(ParcelAnswer answer, Language language) => language.Say(
        $"Đã bỏ qua {answer.Slivers} phần chồng lấn hẹp dưới 5 cm hoặc nhỏ hơn 0,5 m²: đó là sai số số hóa.",
        $"{answer.Slivers} overlaps narrower than 5 cm or smaller than 0.5 m² were left out: they are noise of digitising.");

    /// <summary>What speaks here now and did not then, and the reverse; a new version of the same thing counts as both.</summary>
    public static (IReadOnlyList<FeatureMet> Came, IReadOnlyList<FeatureMet> Went) Differences(
        IEnumerable<FeatureMet> then, IEnumerable<FeatureMet> now)
    {
        var (before, after) = (then.ToList(), now.ToList());
        return (
            [.. after.Where(one => before.All(other => other.Version != one.Version))],
            [.. before.Where(one => after.All(other => other.Version != one.Version))]);
    }

    /// <summary>West, south, east, north of the parcel with the ground about it, for the map.</summary>
    public static string Extent(ParcelShape shape) => Extent(shape.Wgs84);

    /// <summary>The same of anything on WGS 84.</summary>
    public static string Extent(Geometry shape)
    {
        var box = shape.EnvelopeInternal;
        var air = Math.Max(0.004, Math.Max(box.Width, box.Height));
        return string.Create(CultureInfo.InvariantCulture, $"{box.MinX - air:0.######},{box.MinY - air:0.######},{box.MaxX + air:0.######},{box.MaxY + air:0.######}");
    }

    /// <summary>The units that the parcel lies in, the largest part first, of today before those of the past.</summary>
    public string Where(ParcelAnswer answer)
    {
        var names = answer.Administration
            .OrderBy(layer => layer.Layer)
            .SelectMany(layer => layer.Overlay.Parts)
            .Select(part => part.Thing.Name.Vi + (Period(part.Thing, language) is { } period ? $" ({period})" : null))
            .ToList();
        return names.Count > 0 ? string.Join("; ", names) : language.Say("Ngoài các đơn vị hành chính đã biết", "Outside the administrative units that are known");
    }

    /// <summary>The instruments on which what was found rests: those of the features, and of the layers.</summary>
    public static async Task<IReadOnlyList<Instrument>> Bases(
        IEnumerable<FeatureMet> speaking, Layers layers, InstrumentRegister register, CancellationToken cancellation)
    {
        var codes = speaking
            .SelectMany(one => new[] { one.Instrument, layers.Find(one.Layer)?.LegalBasis })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return codes.Count == 0 ? [] : [.. (await register.All(cancellation)).Where(one => codes.Contains(one.Code))];
    }

    static string Day(DateTimeOffset at) => AttributeText.Date(DateOnly.FromDateTime(at.InVietnam().DateTime));
}
