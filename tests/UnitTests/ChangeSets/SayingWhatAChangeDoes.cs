using CsCheck;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using static LongAnGis.UnitTests.Rules.Cadastre;

namespace LongAnGis.UnitTests.ChangeSets;

public class SayingWhatAChangeDoes
{
    static FeatureDifference Of(PlanFeature? before, PlanFeature? after) => FeatureDifference.Of(before, after, Zones);

    static string Vi(FeatureDifference difference) => string.Join(' ', DifferenceWords.Say(difference).Select(said => said.Vi));

    [Fact]
    public void The_same_edge_drawn_again_within_a_centimetre_is_no_difference() =>
        Gen.Select(Gen.Double[-0.0045, 0.0045], Gen.Double[-0.0045, 0.0045]).Array[4].Sample(shifts =>
        {
            // 4.5 mm each way on the ground, and new corners along the edges that were not there before.
            var old = Box(0, 0, 1, 1);
            var redrawn = old.Coordinates[..4].Select((corner, i) =>
                new Coordinate(corner.X + (shifts[i].Item1 / 109_400), corner.Y + (shifts[i].Item2 / 110_600))).ToArray();
            var denser = redrawn.SelectMany((corner, i) =>
                new[] { corner, new((corner.X + redrawn[(i + 1) % 4].X) / 2, (corner.Y + redrawn[(i + 1) % 4].Y) / 2) }).ToArray();
            return Of(Zone("z", old), Zone("z", Area(denser))).IsEmpty && Of(Zone("z", Area(denser)), Zone("z", old)).IsEmpty;
        });

    [Fact]
    public void A_moved_corner_is_counted_and_measured()
    {
        var difference = Of(Zone("z", Box(0, 0, 1, 1)), Zone("z", WithCorner(Box(0, 0, 1, 1), 2, 0.1, 0)));

        Assert.Equal((1, 0, 0), (difference.Corners.Moved, difference.Corners.Added, difference.Corners.Removed));
        Assert.Equal(10.94, difference.Corners.LargestShiftMetres, 0.1);
        Assert.Equal(0.05 * 109.4 * 110.6, difference.Gained.SquareMetres, 5.0);
        Assert.True(difference.Lost.IsNothing);
        Assert.Equal("Diện tích tăng 605,2 m². 1 đỉnh dời, xa nhất 10,9 m.", Vi(difference), ignoreAllWhiteSpace: false);
    }

    [Fact]
    public void Attributes_are_said_with_units_and_meanings()
    {
        var difference = Of(
            Zone("z", Box(0, 0, 1, 1), """{"use":"LUA","area_ha":1.5}"""), Zone("z", Box(0, 0, 1, 1), """{"use":"SKK","area_ha":1234.5}"""));

        Assert.Equal("Loại đất: Đất lúa → Đất khu công nghiệp. Diện tích: 1,5 ha → 1.234,5 ha.", Vi(difference));
        Assert.Equal("Area: 1.5 ha → 1,234.5 ha.", DifferenceWords.Say(difference)[1].En);
    }

    [Fact]
    public void The_same_number_written_otherwise_is_no_difference() => Assert.True(Of(
        Zone("z", Box(0, 0, 1, 1), """{"use":"LUA","area_ha":1.50}"""), Zone("z", Box(0, 0, 1, 1), """{"area_ha":1.5,"use":"LUA"}""")).IsEmpty);

    [Fact]
    public void An_indicative_place_is_not_measured()
    {
        var difference = Of(
            Feature("zones", "z", Spot(0, 0), Quality.Indicative), Feature("zones", "z", Spot(1, 0), Quality.Indicative));

        Assert.True(difference.Gained.IsNothing);
        Assert.Equal(109.4, difference.Corners.LargestShiftMetres, 0.5);
    }

    [Fact]
    public void A_whole_set_is_said_by_land_class_place_and_whom_it_touches()
    {
        var rice = Of(Zone("a", Box(0, 0, 6, 6), """{"use":"LUA"}"""), Zone("a", Box(0, 0, 6, 6), """{"use":"SKK"}"""));
        var park = Of(null, Zone("b", Box(6, 0, 7, 1), """{"use":"SKK"}"""));

        var said = DifferenceWords.Say([rice, park], [new("Xã Đức Lập"), new("Xã Mỹ Hạnh")], [(new("Dự án ưu tiên", "Priority projects"), 17)]);

        Assert.Equal(
            ["+44,8 ha Đất khu công nghiệp, −43,6 ha Đất lúa", "Xã Đức Lập và Xã Mỹ Hạnh", "17 dự án ưu tiên"],
            said.Select(one => one.Vi));
        Assert.Equal("+44.8 ha Industrial park, −43.6 ha Rice", said[0].En);
    }

    [Fact]
    public void A_feature_that_is_taken_out_loses_its_ground()
    {
        var difference = Of(Zone("z", Box(0, 0, 1, 1)), null);

        Assert.False(difference.IsEmpty);
        Assert.Equal("Bãi bỏ đối tượng. Diện tích giảm 1,21 ha.", Vi(difference));
    }

    [Fact]
    public void The_neighbours_that_share_a_boundary_are_named()
    {
        var zones = Coverage(3);
        var difference = Of(zones[4], Zone("1-1", WithCorner(zones[4].Geometry!, 2, 0.1, 0))).Among(zones);

        Assert.Equal(8, difference.Neighbours.Count);
        Assert.EndsWith("và 2 nơi khác.", Vi(difference), StringComparison.Ordinal);
        Assert.Empty(Of(zones[0], zones[0].With(Box(10, 10, 11, 11))).Among([zones[8]]).Neighbours);
    }
}
