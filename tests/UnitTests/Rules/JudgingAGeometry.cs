using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Rules;

public class JudgingAGeometry
{
    const string Square = "[[106.4,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.6],[106.4,10.5]]";

    static Finding Fault(string geoJson, string kind = "polygon") => Assert.Single(Read(geoJson, kind).Findings);

    static GeometryReading Read(string geoJson, string kind = "polygon")
    {
        using var document = JsonDocument.Parse(geoJson);
        return GeometryCheck.Read(document.RootElement, kind);
    }

    static string Polygon(params string[] rings) => $$"""{"type":"Polygon","coordinates":[{{string.Join(',', rings)}}]}""";

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[106.4,10.5]}""", "point")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[106.4,10.5],[106.5,10.5]]}""", "any")]
    [InlineData("""{"type":"LineString","coordinates":[[106.4,10.5],[106.5,10.5]]}""", "line")]
    [InlineData("""{"type":"Polygon","coordinates":[[[106.4,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.5]]]}""", "polygon")]
    public void A_sound_geometry_is_read(string geoJson, string kind)
    {
        var reading = Read(geoJson, kind);

        Assert.Empty(reading.Findings);
        Assert.Equal(4326, reading.Geometry!.SRID);
    }

    [Fact]
    public void A_hole_is_kept() =>
        Assert.Equal(1, ((Polygon)Read(Polygon(Square, "[[106.42,10.52],[106.44,10.52],[106.44,10.54],[106.42,10.52]]")).Geometry!).NumInteriorRings);

    [Theory]
    [InlineData("[[106.4,10.5],[106.5,10.6],[106.5,10.5],[106.4,10.6],[106.4,10.5]]", "tự cắt", "crosses itself")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.6]]", "chưa khép kín", "not closed")]
    [InlineData("[[106.4,10.5],[106.5,10.6],[106.45,10.55],[106.4,10.5]]", "diện tích bằng không", "encloses no area")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.4,10.5]]", "ít nhất ba", "at least three")]
    [InlineData("[[106.4,10.5]]", "ít nhất ba", "at least three")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.5]]", "Đỉnh 3 trùng", "Corner 3 repeats")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[null,10.6],[106.4,10.5]]", "NaN", "NaN")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[1e999,10.6],[106.4,10.5]]", "vô cực", "infinity")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.5,10.6],[106.45,10.55],[106.4,10.6],[106.45,10.55],[106.4,10.5]]", "chạm lại chính nó", "touches itself")]
    public void A_bad_ring_has_a_sentence_of_its_own(string ring, string vi, string en)
    {
        var fault = Fault(Polygon(ring));

        Assert.Contains(vi, fault.Message.Vi, StringComparison.Ordinal);
        Assert.Contains(en, fault.Message.En, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, fault.Severity);
        Assert.NotNull(fault.Vertex);
    }

    [Theory]
    [InlineData("[[106.7,10.5],[106.8,10.5],[106.8,10.6],[106.7,10.5]]", "nằm ngoài vòng ngoài")]
    [InlineData("[[106.42,10.52],[106.48,10.52],[106.48,10.58],[106.42,10.52]],[[106.45,10.53],[106.47,10.53],[106.47,10.55],[106.45,10.53]]", "trong một lỗ khác")]
    [InlineData("[[106.4,10.5],[106.45,10.55],[106.5,10.6],[106.46,10.54],[106.4,10.5]]", "cắt vùng thành nhiều mảnh")]
    public void A_bad_hole_has_a_sentence_of_its_own(string holes, string vi) =>
        Assert.Contains(vi, Fault(Polygon(Square, holes)).Message.Vi, StringComparison.Ordinal);

    [Fact]
    public void A_part_inside_another_is_named() => Assert.Contains(
        "Phần 2 nằm trong",
        Fault($$"""{"type":"MultiPolygon","coordinates":[[{{Square}}],[[[106.42,10.52],[106.44,10.52],[106.44,10.54],[106.42,10.52]]]]}""").Message.Vi,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[106.4,10.5]}""", "điểm")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "GeometryCollection")]
    [InlineData("""{"type":"CurvePolygon","coordinates":[]}""", "cung tròn")]
    [InlineData("""{"type":"Polygon","coordinates":[[[106.4,10.5,3],[106.5,10.5,3],[106.5,10.6,3],[106.4,10.5,3]]]}""", "độ cao")]
    [InlineData("""{"type":"Blob","coordinates":[]}""", "Blob")]
    public void Another_kind_is_refused_by_rule_2(string geoJson, string vi)
    {
        var fault = Fault(geoJson);

        Assert.Equal(Rule.R02, fault.Rule);
        Assert.Contains(vi, fault.Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "rỗng")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[]]]}""", "rỗng")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "rỗng")]
    [InlineData("""{"type":"Polygon"}""", "coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[106.4,10.5]}""", "cấu trúc")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a","b"]]]}""", "cấu trúc")]
    [InlineData("""{"type":"Feature","geometry":null}""", "không phải")]
    [InlineData("[]", "đối tượng GeoJSON")]
    public void What_is_no_geometry_is_told_as_that(string geoJson, string vi) =>
        Assert.Contains(vi, Fault(geoJson, "any").Message.Vi, StringComparison.Ordinal);

    [Fact]
    public void A_reference_system_of_its_own_is_refused() => Assert.Contains(
        "crs", Fault("""{"type":"Point","crs":{},"coordinates":[106.4,10.5]}""", "point").Message.Vi, StringComparison.Ordinal);

    [Theory]
    [InlineData(2.35, 48.85, "ngoài lãnh thổ Việt Nam")]
    [InlineData(105.85, 21.02, "ngoài khung bản đồ")]
    public void A_place_elsewhere_is_refused(double longitude, double latitude, string vi)
    {
        var fault = Fault(PointAt(longitude, latitude), "point");

        Assert.Equal(Rule.R10, fault.Rule);
        Assert.Contains(vi, fault.Message.Vi, StringComparison.Ordinal);
        Assert.Empty(fault.Repairs);
    }

    [Fact]
    public void Swapped_axes_are_offered_in_their_order()
    {
        var fault = Fault(PointAt(10.5333, 106.4133), "point");

        var swapped = Assert.Single(Assert.Single(fault.Repairs).Features).GeometryWgs84;
        Assert.Equal(new Coordinate(106.4133, 10.5333), swapped.Coordinate);
        Assert.Contains("đổi chỗ", fault.Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(572400.671, 1164915.324)]
    [InlineData(1164915.324, 572400.671)]
    public void Metres_of_VN_2000_are_recognised_in_either_order(double first, double second)
    {
        var fault = Fault(PointAt(first, second), "point");

        var converted = Assert.Single(Assert.Single(fault.Repairs).Features).GeometryWgs84.Coordinate;
        Assert.Equal(106.4133, converted.X, 1e-8);
        Assert.Equal(10.5333, converted.Y, 1e-8);
        Assert.Contains("105°45′", fault.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_may_reach_beyond_the_map_window()
    {
        using var document = JsonDocument.Parse(PointAt(105.85, 21.02));

        Assert.Empty(GeometryCheck.Read(document.RootElement, "point", withinMapWindow: false).Findings);
    }

    [Theory]
    [InlineData("[[106.4,10.5],[106.5,10.6],[106.5,10.5],[106.4,10.6],[106.4,10.5]]")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.6]]")]
    [InlineData("[[106.4,10.5],[106.5,10.5],[106.5,10.5],[106.5,10.6],[106.4,10.5]]")]
    public void The_repair_that_is_offered_is_sound(string ring)
    {
        var repair = Assert.Single(Fault(Polygon(ring)).Repairs);

        Assert.Empty(GeometryCheck.Check(repair.Features[0].GeometryWgs84, "polygon"));
    }

    [Fact]
    public void The_fix_says_what_it_changes() => Assert.Contains(
        "thành 2 phần",
        Assert.Single(Fault(Polygon("[[106.4,10.5],[106.5,10.6],[106.5,10.5],[106.4,10.6],[106.4,10.5]]")).Repairs).Label.Vi,
        StringComparison.Ordinal);

    [Fact]
    public void A_million_vertices_are_refused_before_they_are_copied()
    {
        using var document = JsonDocument.Parse(Circle(1_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var reading = GeometryCheck.Read(document.RootElement, "polygon");
        var took = watch.Elapsed;

        Assert.Contains("200.000 đỉnh", Assert.Single(reading.Findings).Message.Vi, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_million_rings_of_one_corner_are_refused_alike()
    {
        using var document = JsonDocument.Parse(Polygon([.. Enumerable.Repeat("[[106.4,10.5]]", 1_000_000)]));

        Assert.Contains("200.000 đỉnh", Assert.Single(GeometryCheck.Read(document.RootElement, "polygon").Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_circle_that_is_allowed_is_sound() => Assert.Empty(Read(Circle(199_000)).Findings);

    [Fact]
    public void A_comb_that_folds_over_itself_is_given_up_at_once()
    {
        // Slanting teeth as wide as the comb: the boxes of all edges meet each other.
        var corners = Enumerable.Range(0, 100_000)
            .Select(tooth => FormattableString.Invariant($"[{106.4 + (tooth % 2 * 0.1) + (tooth * 1e-7)},{10.5 + (tooth % 2 * 0.1)}]"))
            .Append("[106.6,10.45]").ToList();
        var watch = Stopwatch.StartNew();
        var fault = Fault(Polygon($"[{string.Join(',', corners)},{corners[0]}]"));

        Assert.Contains("gấp khúc", fault.Message.Vi, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Whatever_is_accepted_is_valid_to_NTS_and_in_the_window() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3, 8].Sample(corners =>
        {
            var ring = string.Join(',', corners.Append(corners[0])
                .Select(corner => FormattableString.Invariant($"[{106.4 + (corner.Item1 * 0.01)},{10.5 + (corner.Item2 * 0.01)}]")));
            var reading = Read(Polygon($"[{ring}]"));
            return reading.Findings.Count > 0
                ? reading.Geometry is null && reading.Findings.All(finding => finding.Rule is Rule.R01)
                : reading.Geometry!.IsValid && Region.MapWindow.Holds(new(reading.Geometry.Coordinate.Y, reading.Geometry.Coordinate.X));
        });

    [Fact]
    public void Every_repair_of_a_random_ring_is_sound() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3, 8].Sample(corners =>
        {
            var ring = string.Join(',', corners.Append(corners[0])
                .Select(corner => FormattableString.Invariant($"[{106.4 + (corner.Item1 * 0.01)},{10.5 + (corner.Item2 * 0.01)}]")));
            return Read(Polygon($"[{ring}]")).Findings.SelectMany(finding => finding.Repairs).SelectMany(repair => repair.Features)
                .All(feature => GeometryCheck.Check(feature.GeometryWgs84, "polygon").Count == 0);
        });

    [Fact]
    public void An_existing_geometry_is_judged_alike()
    {
        var bowTie = new WKTReader().Read("POLYGON((106.4 10.5, 106.5 10.6, 106.5 10.5, 106.4 10.6, 106.4 10.5))");

        Assert.Equal(Rule.R01, Assert.Single(GeometryCheck.Check(bowTie, "polygon")).Rule);
    }

    static string PointAt(double first, double second) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"type":"Point","coordinates":[{{first}},{{second}}]}""");

    static string Circle(int vertices)
    {
        var ring = new StringBuilder();
        for (var i = 0; i < vertices; i++)
        {
            var angle = 2 * Math.PI * i / vertices;
            ring.Append(CultureInfo.InvariantCulture, $"[{106.4 + (0.1 * Math.Cos(angle)):R},{10.6 + (0.1 * Math.Sin(angle)):R}],");
        }

        ring.Append("[106.5,10.6]");
        return Polygon($"[{ring}]");
    }
}
