using System.Text.Json;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>A geometry that was read and judged.</summary>
/// <param name="Geometry">WGS 84, NTS X = longitude; null when anything was found.</param>
/// <param name="Findings">Why it cannot be saved; empty when it can.</param>
public sealed record GeometryReading(Geometry? Geometry, IReadOnlyList<Finding> Findings);

/// <summary>
/// What no draft may hold, because nothing could be drawn, measured or compared with it: R01 (rings close, do not cross
/// themselves, enclose something), R02 (the layer's kind), R10 (in Vietnam, axes in order) and at most
/// <see cref="VertexLimit"/> vertices. The remaining rules need neighbours and are asked of the rule book.
/// </summary>
/// <remarks>
/// Stages follow one another, each trusting the one before; the first stage that finds something speaks, so that a swapped
/// polygon is not also called crooked. The cost is bounded: see <see cref="ValidityFaults.FoldLimit"/>.
/// </remarks>
public static class GeometryCheck
{
    /// <summary>Vertices of one feature. The most detailed commune of the province has 1,500.</summary>
    public const int VertexLimit = 200_000;

    /// <summary>No more than this many findings are told of one geometry: a person mends them one at a time.</summary>
    internal const int FindingLimit = 20;

    /// <param name="geoJson">A geometry of RFC 7946.</param>
    /// <param name="geometryKind">The layer's: point, line, polygon or any.</param>
    /// <param name="withinMapWindow">False for context layers, which reach beyond the province's surroundings.</param>
    public static GeometryReading Read(JsonElement geoJson, string geometryKind, bool withinMapWindow = true)
    {
        var (sketch, fault) = GeoJsonSketch.Read(geoJson, VertexLimit);
        return sketch is null ? new(null, [fault!]) : Judge(sketch, geometryKind, withinMapWindow);
    }

    /// <summary>The same for a geometry that exists already: an import, a repair, a feature in force.</summary>
    public static IReadOnlyList<Finding> Check(Geometry geometryWgs84, string geometryKind, bool withinMapWindow = true)
    {
        if (geometryWgs84.NumPoints > VertexLimit)
        {
            return [TooManyVertices(VertexLimit)];
        }

        if (geometryWgs84.IsEmpty)
        {
            return [new(Rule.R01, Severity.Error, new("Hình rỗng: không có đỉnh nào.", "The geometry is empty: it has no corner."))];
        }

        if (geometryWgs84.GetType() == typeof(GeometryCollection))
        {
            return [new(Rule.R02, Severity.Error, new(
                "Tập hợp nhiều kiểu hình (GeometryCollection) không được nhận.",
                "A collection of mixed geometries (GeometryCollection) is not accepted."))];
        }

        return Judge(Sketch.Of(geometryWgs84), geometryKind, withinMapWindow).Findings;
    }

    internal static Finding TooManyVertices(int limit) => new(Rule.R01, Severity.Error, new(
        $"Hình có hơn {limit.ToString("N0", AttributeText.Culture(english: false))} đỉnh, quá mức một đối tượng được có. "
        + "Hãy đơn giản hóa hoặc chia thành nhiều đối tượng.",
        $"The geometry has more than {limit.ToString("N0", AttributeText.Culture(english: true))} vertices, which is beyond what one feature may have. "
        + "Simplify it, or split it into several features."))
    {
        Measure = new(limit, "vertices"),
        About = "vertices",
    };

    static GeometryReading Judge(Sketch sketch, string geometryKind, bool withinMapWindow)
    {
        var found = WrongKind(sketch, geometryKind)
            ?? PlausiblePlace.Check(sketch, withinMapWindow)
            ?? RingFaults.Check(sketch);
        if (found is not null)
        {
            return new(null, found);
        }

        var geometry = sketch.ToGeometry();
        return ValidityFaults.Check(geometry) is { } faults ? new(null, faults) : new(geometry, []);
    }

    static Finding[]? WrongKind(Sketch sketch, string geometryKind)
    {
        if (geometryKind == "any" || sketch.Kind.ToString().Equals(geometryKind, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (asked, given) = (KindName(geometryKind), KindName(sketch.Kind.ToString()));
        return [new(Rule.R02, Severity.Error, new(
            $"Lớp này nhận {asked.Vi}, nhưng hình được gửi là {given.Vi}.",
            $"This layer takes {asked.En}, but the geometry is {given.En}."))];
    }

    static Bilingual KindName(string kind) => kind.ToUpperInvariant() switch
    {
        "POINT" => new("điểm", "points"),
        "LINE" => new("đường", "lines"),
        _ => new("vùng", "areas"),
    };
}
