using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Overlay;

namespace LongAnGis.Core.Rules;

/// <summary>Rules that look at one feature alone: R01, R02, R03, R04, R10 and R13.</summary>
static class ShapeRules
{
    /// <summary>Beyond this, narrow parts are not searched for: buffering so many vertices takes seconds.</summary>
    const int VerticesToSearch = 20_000;

    /// <summary>A remainder is a sliver when it is this many times as long as the least width; less is a sharp corner.</summary>
    const double SliverLength = 10;

    public static IEnumerable<Finding> Check(RuleContext context, PlanFeature feature)
    {
        var layer = context.Layer(feature);
        if (feature.Geometry is not { } geometry)
        {
            return [];
        }

        Finding[] structural =
        [
            .. GeometryCheck.Check(geometry, layer.GeometryKind, layer.IsPlanScoped)
                .Select(finding => finding.Of(feature.Name)),
        ];
        // What is crooked cannot be measured.
        return structural.Length > 0
            ? structural
            : [.. Symbol(layer, feature), .. Size(layer, feature), .. Inside(context.Province, layer, feature)];
    }

    // R13. An area in a layer that also takes points had the choice; a layer of areas only has none, and draws it hatched.
    static IEnumerable<Finding> Symbol(LayerRules layer, PlanFeature feature)
    {
        if (feature.Quality == Quality.Indicative && feature.Geometry!.Dimension == Dimension.Surface)
        {
            var isChoice = layer.GeometryKind is "any" or "point";
            yield return Found(feature, Rule.R13, isChoice ? Severity.Error : Severity.Warning, isChoice
                ? new(
                    "là vị trí minh họa nhưng được vẽ thành ranh giới. Theo Thông tư 04/2023, nơi chưa có căn cứ pháp lý chỉ vẽ bằng ký hiệu: hãy đặt một điểm, hoặc ghi chất lượng và nguồn của ranh.",
                    "is an indicative place but drawn as a boundary. By Circular 04/2023 a place without legal basis is only a symbol: set a point, or state the boundary's quality and source.")
                : new(
                    "là vùng minh họa: bản đồ vẽ mờ, và không đo diện tích hay xét chồng lấn.",
                    "is an indicative area: the map draws it faintly, and it is neither measured nor compared."));
        }
        else if (feature.Quality is Quality.Surveyed or Quality.Digitised && string.IsNullOrWhiteSpace(feature.GeometrySource))
        {
            yield return Found(feature, Rule.R13, Severity.Warning, new(
                $"được ghi là {Quality.Name(feature.Quality).Vi} nhưng không nêu nguồn hình học (bản đồ, bảng tọa độ, quyết định).",
                $"is said to be {Quality.Name(feature.Quality).En} but names no source of its geometry (map, corner table, decision).")) with
            { About = "geometry_source" };
        }
    }

    // R03.
    static IEnumerable<Finding> Size(LayerRules layer, PlanFeature feature)
    {
        if (!feature.IsKnownArea)
        {
            yield break;
        }

        var grid = feature.Grid!;
        if (layer.MinAreaSquareMetres is { } least && grid.Area < least)
        {
            yield return Found(feature, Rule.R03, Severity.Error, new(
                $"chỉ rộng {Amounts.Area(grid.Area, false)}; lớp “{layer.Name.Vi}” cần ít nhất {Amounts.Area(least, false)}.",
                $"measures only {Amounts.Area(grid.Area, true)}; the layer “{layer.Name.In(english: true)}” asks for at least {Amounts.Area(least, true)}.")) with
            {
                About = "area",
                Measure = new(grid.Area, "m2"),
                Place = feature.Geometry,
            };
        }

        if (Slivers(grid, layer.SliverWidthMetres) is { } slivers)
        {
            yield return Found(feature, Rule.R03, Severity.Warning, new(
                $"có mảnh vụn hẹp hơn {Amounts.Length(layer.SliverWidthMetres, false)}, tổng {Amounts.Area(slivers.Area, false)}.",
                $"has slivers narrower than {Amounts.Length(layer.SliverWidthMetres, true)}, {Amounts.Area(slivers.Area, true)} in all.")) with
            {
                About = "sliver",
                Measure = new(slivers.Area, "m2"),
                Place = Vn2000Zone.LongAn.GeometryToWgs84(slivers),
            };
        }
    }

    /// <summary>
    /// What vanishes when the area is drawn in by half the width and let out again. Mitred joins give corners back that are
    /// not sharper than some 23°; what remains at sharper ones is shorter than a sliver.
    /// </summary>
    static Geometry? Slivers(Geometry grid, double width)
    {
        if (grid.NumPoints > VerticesToSearch)
        {
            return null;
        }

        var drawn = new BufferParameters(4, EndCapStyle.Flat, JoinStyle.Mitre, mitreLimit: 5);
        var opened = grid.Buffer(-width / 2, drawn).Buffer((width / 2) + (Tolerance.NoiseMetres / 2), drawn);
        var remainder = Ground.Overlay(grid, opened, SpatialFunction.Difference);
        Geometry[] slivers =
        [
            .. NetTopologySuite.Geometries.Utilities.PolygonExtracter.GetPolygons(remainder)
                .Where(part => part.Length / 2 > SliverLength * width && Tolerance.MeanWidth(part) >= Tolerance.NoiseMetres),
        ];
        return slivers.Length == 0 ? null : grid.Factory.BuildGeometry(slivers);
    }

    // R04.
    static IEnumerable<Finding> Inside(Geometry? province, LayerRules layer, PlanFeature feature)
    {
        if (!layer.IsInsideProvince || province is null || feature.Geometry is not { } geometry)
        {
            yield break;
        }

        if (geometry.Dimension != Dimension.Surface || !feature.HasKnownPlace)
        {
            var away = DistanceOutside(province, geometry);
            if (away > Tolerance.OutlineMetres)
            {
                var isSymbol = feature.Quality == Quality.Indicative;
                yield return Found(feature, Rule.R04, isSymbol ? Severity.Warning : Severity.Error, new(
                    isSymbol
                        ? "có ký hiệu đặt ngoài tỉnh (vị trí minh họa nên chỉ nhắc, không đo)."
                        : $"nằm ngoài ranh tỉnh {Amounts.Length(away, false)}.",
                    isSymbol
                        ? "has its symbol outside the province (an indicative place: said, not measured)."
                        : $"lies {Amounts.Length(away, true)} outside of the province.")) with
                { Place = geometry, Measure = isSymbol ? null : new(away, "m") };
            }

            yield break;
        }

        if (GeometryRelate.NG.Covers(province, geometry) || Ground.Without(geometry, province) is not { IsNothing: false } outside)
        {
            yield break;
        }

        var reach = DistanceOutside(province, outside.Wgs84);
        var isKnown = reach > Tolerance.OutlineMetres;
        var inside = Ground.Common(geometry, province);
        yield return Found(feature, Rule.R04, isKnown ? Severity.Error : Severity.Warning, new(
            $"có {Amounts.Area(outside.SquareMetres, false)} nằm ngoài ranh tỉnh, xa nhất {Amounts.Length(reach, false)}."
            + (isKnown ? "" : " Ranh tỉnh ở đây đã khái quát hóa nên chưa chắc là vượt ranh."),
            $"has {Amounts.Area(outside.SquareMetres, true)} outside of the province, at most {Amounts.Length(reach, true)} away."
            + (isKnown ? "" : " The outline here is generalised, so it may not be outside at all."))) with
        {
            Place = outside.Wgs84,
            Measure = new(outside.SquareMetres, "m2"),
            Repairs = inside.IsNothing
                ? []
                : [new(new("Cắt theo ranh tỉnh", "Cut at the province's outline"), [new(feature.Name, inside.Wgs84)])],
        };
    }

    /// <summary>How far the farthest corner lies outside, in metres.</summary>
    static double DistanceOutside(Geometry province, Geometry geometry)
    {
        if (GeometryRelate.NG.Covers(province, geometry))
        {
            return 0;
        }

        var (outline, grid) = (Vn2000Zone.LongAn.GeometryFromWgs84(province), Vn2000Zone.LongAn.GeometryFromWgs84(geometry));
        var locator = new NetTopologySuite.Algorithm.Locate.IndexedPointInAreaLocator(outline);
        var distance = new NetTopologySuite.Operation.Distance.IndexedFacetDistance(outline);
        return grid.Coordinates
            .Where(corner => locator.Locate(corner) == Location.Exterior)
            .Select(corner => distance.Distance(grid.Factory.CreatePoint(corner)))
            .DefaultIfEmpty(0).Max();
    }

    static Finding Found(PlanFeature feature, Rule rule, Severity severity, Bilingual what) => new(rule, severity, new(
        $"{feature.Name.Name.Vi} {what.Vi}", $"{feature.Name.Name.In(english: true)} {what.En}"))
    {
        Feature = feature.Name,
    };
}
