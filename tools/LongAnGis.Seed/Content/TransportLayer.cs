using LongAnGis.Core.Plans;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;
using NetTopologySuite.Geometries;
using static LongAnGis.Seed.Files.AttributeList;

namespace LongAnGis.Seed.Content;

/// <summary>Transport works: lines where a row names two points or more, symbols where it names one place.</summary>
public sealed class TransportLayer(Reference reference, Courses courses, Placements placements)
{
    /// <summary>Works of the list of 2026-02-04, which came after Decision 686 and carries out its axes.</summary>
    static readonly string[] ListOf2026 = ["GT-24", "GT-25", "GT-26"];

    static readonly DateOnly DayOfList = new(2026, 2, 4);

    const string ListInstrument = "kh-tay-ninh-2026-02";
    const string ListChangeSet = "transport-2026-02";

    public IEnumerable<SeedFeature> Features => reference.Table("transport_projects").Select(row =>
    {
        var course = courses.Of("transport", row["code"]);
        var place = course is { } line ? new Placement(line.Geometry, "indicative", line.Source)
            : row.Number("lon") is { } longitude ? Stated(longitude, row.Number("lat")!.Value)
            : placements["transport", row["code"]];
        var feature = PlanContent.Feature(row, place) with
        {
            Attributes = Attributes(
                ("sector", row["sector"]),
                ("status", ChoiceTables.Status("transport", row.Text("status"))),
                ("status_text", row.Text("status")),
                ("from_point", row.Text("from_point")),
                ("via", row.Text("via")),
                ("to_point", row.Text("to_point")),
                ("length_km", row.Number("length_km")),
                ("width_or_lanes", row.Text("width_or_lanes")),
                ("investment_bn_vnd", row.Number("investment_bn_vnd")),
                ("period", row.Text("period")),
                ("responsible_body", row.Text("responsible_body")),
                ("districts", row.Text("districts")),
                ("locator", row.Text("locator")),
                ("through", course?.Through)),
        };
        return ListOf2026.Contains(row["code"])
            ? feature with { ChangeSet = ListChangeSet, Instrument = ListInstrument, InForceFrom = DayOfList }
            : feature;
    });

    /// <summary>Long An International Port, the one thing whose coordinates a source states.</summary>
    static Placement Stated(decimal longitude, decimal latitude) =>
        new(new Point((double)longitude, (double)latitude), "surveyed",
            new Bilingual(
                "trung bình bốn góc đã công bố (WGS 84, 0,1 giây) của vùng nước cầu cảng số 1, thông báo hàng hải HCM-26-2018; "
                + "cảng thực tế lớn hơn",
                "mean of the four published corners (WGS 84, 0.1 second) of the water area of berth 1, "
                + "notice to mariners HCM-26-2018; the port itself is larger").InOneColumn);
}
