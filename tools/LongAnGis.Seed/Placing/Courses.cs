using LongAnGis.Core.Plans;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>
/// Lines through the points that a corridor, axis or transport work names in order (Choices/lines.csv). Straight from
/// point to point: a smooth curve would pretend to know the course.
/// </summary>
public sealed class Courses(Gazetteer gazetteer, IReadOnlyList<SeedFeature> rivers)
{
    /// <summary>The rivers of the reference lie up to some hundred metres off the boundary that follows them.</summary>
    const double RiverToleranceDegrees = 0.015;

    readonly Geometry near = CoverageUnion
        .Union([.. gazetteer.Units.Districts.Select(district => district.Geometry)]).Buffer(RiverToleranceDegrees);

    readonly ILookup<(string, string), Row> chosen = ChoiceTables.Lines.ToLookup(row => (row["layer"], row["code"]));

    /// <summary>The course and the names it runs through; null when fewer than two points are known.</summary>
    public (Geometry Geometry, string Through, string Source)? Of(string layer, string code)
    {
        var parts = chosen[(layer, code)].ToList();
        if (parts.Count == 0)
        {
            return null;
        }
        if (parts is [var only] && only["points"].StartsWith("along ", StringComparison.Ordinal))
        {
            var river = rivers.Single(feature => feature.NameVi == only["points"]["along ".Length..]);
            return (
                river.Geometry!.Intersection(near),
                river.NameVi,
                new Bilingual(
                    "sông của lớp sông ngòi, đoạn chảy trong hoặc dọc Long An; không phải tuyến đo đạc",
                    "the river of the waterways layer, where it runs in or along Long An; not a surveyed course").InOneColumn);
        }
        var points = parts.Select(part => Points(part).Split(" > ")).ToList();
        var factory = gazetteer.Area("794").Factory;
        var lines = points.Select(names => factory.CreateLineString([.. names.Select(name => gazetteer[name].Position)]));
        var geometry = factory.BuildGeometry(lines);
        return (
            geometry,
            string.Join("; ", points.Select(names => string.Join(" – ", names))),
            new Bilingual(
                "đoạn thẳng qua các điểm được nêu theo thứ tự; không phải tuyến đo đạc",
                "straight lines through the named points in order; not a surveyed course").InOneColumn);
    }

    // "as LAYER CODE PART" takes the course of another feature, so that one decision is written once.
    string Points(Row part)
    {
        if (part["points"].Split(' ', 4) is ["as", var layer, var code, var name])
        {
            return Points(chosen[(layer, code)].Single(row => row.Text("part") == name));
        }
        return part["points"];
    }
}
