using LongAnGis.Core.Plans;
using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Files;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>Rivers and seats: context for the eye.</summary>
public static class ContextLayers
{
    const string UnnamedRiver = "Sông, rạch (nguồn không ghi tên)";

    /// <summary>Named rivers as one feature each, then the unnamed ones; pieces that meet are joined.</summary>
    public static IEnumerable<SeedFeature> Rivers(Reference reference)
    {
        var pieces = reference.Features("waterways");
        var named = pieces.Where(piece => piece.Properties.Text("name") is not null)
            .GroupBy(piece => piece.Properties["name"]).OrderBy(river => river.Key, StringComparer.Ordinal)
            .Select(river => (Name: (string?)river.Key, Lines: Merged(river.Select(piece => piece.Geometry))));
        var unnamed = Merged(pieces.Where(piece => piece.Properties.Text("name") is null).Select(piece => piece.Geometry))
            .Select(line => (Name: (string?)null, Lines: (IReadOnlyList<Geometry>)[line]));

        return named.Concat(unnamed).Select((river, index) =>
            new SeedFeature($"SN-{index + 1:00}", river.Name ?? UnnamedRiver, EnglishName(river.Name), Joined(river.Lines))
            {
                Quality = "generalised",
                GeometrySource = new Bilingual(
                    "GSHHG 2.3, lập cho khoảng 1:1 000 000, làm tròn 0,0015°; lệch bờ thực tế vài trăm mét",
                    "GSHHG 2.3, made for about 1:1 000 000, snapped to 0.0015°; some hundred metres off the banks").InOneColumn,
                ChangeSet = BaseChangeSet,
                Instrument = "ds-gshhg-2017",
                Sources = ["https://www.soest.hawaii.edu/pwessel/gshhg/"],
                Attributes = Attributes(("river_name", river.Name), ("class", "river")),
            });
    }

    public static IEnumerable<SeedFeature> Seats(
        IReadOnlyList<(Row Properties, Geometry Geometry)> seats, AdministrativeUnits units) =>
        seats.Select(seat =>
        {
            var (row, point) = seat;
            var geoNames = row["position"] == "GeoNames";
            return new SeedFeature(row["district_code"], row["name"], row["name_en"], point)
            {
                Quality = geoNames ? "generalised" : "indicative",
                GeometrySource = geoNames
                    ? "GeoNames"
                    : new Bilingual(
                        "điểm đại diện của xã theo sapnhap.bando.com.vn, cách trung tâm thị trấn đến vài km",
                        "reference point of the commune by sapnhap.bando.com.vn, up to a few kilometres from the town").InOneColumn,
                ChangeSet = BaseChangeSet,
                Instrument = "ds-geonames-2026",
                Sources = [geoNames
                    ? $"https://www.geonames.org/{row["geonames_id"]}"
                    : "https://sapnhap.bando.com.vn"],
                Attributes = Attributes(
                    ("kind", row["kind"]),
                    ("district", Name(units.Districts, row["district_code"])),
                    ("commune_2025", Name(units.Communes, row["commune_code_2025"]))),
            };
        });

    static string Name(IEnumerable<(Row Properties, Geometry Geometry)> units, string code) =>
        units.Single(unit => unit.Properties["code"] == code).Properties["name"];

    static string EnglishName(string? name) =>
        name is null ? "River (unnamed in the source)" : $"{name["Sông ".Length..]} river";

    static IReadOnlyList<Geometry> Merged(IEnumerable<Geometry> lines)
    {
        var merger = new LineMerger();
        merger.Add(lines);
        return [.. merger.GetMergedLineStrings()
            .OrderByDescending(line => line.Length).ThenBy(line => line.Coordinate)];
    }

    static Geometry Joined(IReadOnlyList<Geometry> lines) => lines[0].Factory.BuildGeometry(lines);
}
