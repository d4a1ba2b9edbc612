using System.Globalization;
using LongAnGis.Seed.Files;
using static LongAnGis.Seed.Boundaries.BaseMap;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Boundaries;

/// <summary>The 60 communes and wards on the land of Long An since 2025-07-01.</summary>
public static class CommuneLayer
{
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>
    /// Published and measured areas of Cần Giuộc and Mỹ Lộc differ by 10 km² in opposite directions: the line between
    /// them is probably wrong, so no measured area of these two is published.
    /// </summary>
    static readonly string[] AreaUnreliable = ["28159", "28177"];

    public static IEnumerable<SeedFeature> Features(AdministrativeUnits units) =>
        units.Communes.OrderBy(commune => commune.Properties["code"], StringComparer.Ordinal).Select(commune =>
        {
            var (row, boundary) = commune;
            var unreliable = AreaUnreliable.Contains(row["code"]);
            return new SeedFeature(row["code"], row["name"], row["name_en"], boundary)
            {
                Quality = "generalised",
                GeometrySource = BaseSource(),
                ChangeSet = CommunesChangeSet,
                Instrument = MergerOfCommunes,
                InForceFrom = MergerDay,
                Sources = BaseSources,
                Note = unreliable ? "Ranh giữa hai xã Cần Giuộc và Mỹ Lộc trong nguồn có thể sai khoảng 10 km²." : null,
                Attributes = Attributes(
                    ("full_name", row["full_name"]),
                    ("kind", row["kind"]),
                    ("district_before", DistrictsBefore(units, row["code"])),
                    ("made_from", MadeFrom(units, row["code"])),
                    ("area_unreliable", unreliable ? true : null),
                    ("area_note", unreliable ? "Diện tích đo và diện tích công bố lệch nhau khoảng 10 km²." : null)),
            };
        });

    static string DistrictsBefore(AdministrativeUnits units, string code)
    {
        var shares = units.Shares.Where(share => share["commune_code"] == code).ToList();
        return shares is [var only]
            ? only["district_name"]
            : string.Join("; ", shares.Select(share => string.Create(
                Vietnamese, $"{share["district_name"]} {share.Number("share_of_commune") * 100:0.0} %")));
    }

    static string MadeFrom(AdministrativeUnits units, string code) =>
        string.Join("; ", units.Crosswalk.Where(row => row["new_code"] == code)
            .Select(row => row["old_full_name"] + (row["extent"] == "part" ? " (một phần)" : "")));
}
