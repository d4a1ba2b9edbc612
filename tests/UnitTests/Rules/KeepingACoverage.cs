using CsCheck;
using LongAnGis.Core.Rules;
using static LongAnGis.UnitTests.Rules.Cadastre;

namespace LongAnGis.UnitTests.Rules;

public class KeepingACoverage
{
    static readonly Gen<(double, double)[]> Bends =
        Gen.Select(Gen.Double[-0.3, 0.3], Gen.Double[-0.3, 0.3]).Array[25];

    static List<PlanFeature> Bent((double, double)[] bends) => Coverage(4, (column, row) => bends[(row * 5) + column]);

    [Fact]
    public void Areas_cut_from_one_lattice_have_no_findings() =>
        Bends.Sample(bends =>
        {
            var zones = Bent(bends);
            Assert.Empty(RuleBook.Check(Context([.. zones.Select(zone => Moved(zone, zone.Geometry!.Copy()))], zones)));
        }, iter: 30);

    [Fact]
    public void A_corner_moved_on_one_side_only_overlaps_or_leaves_a_gap() =>
        Gen.Select(Bends, Gen.Int[0, 3], Gen.Double[0, 2 * Math.PI], Gen.Double[0.01, 0.15]).Sample((bends, corner, towards, far) =>
        {
            // The cell 1-1 has neighbours on all sides, so whatever it gains is somebody's and what it loses is nobody's.
            var zones = Bent(bends);
            var cell = zones.Single(zone => zone.Name.Code == "1-1");
            var moved = WithCorner(cell.Geometry!, corner, far * Math.Cos(towards), far * Math.Sin(towards));
            return RuleBook.Check(Context([Moved(cell, moved)], zones)).Any(finding => finding.Rule is Rule.R05 or Rule.R06 or Rule.R01);
        }, iter: 100);

    [Fact]
    public void The_same_corner_moved_on_all_sides_has_no_findings() =>
        Gen.Select(Bends, Gen.Double[-0.15, 0.15], Gen.Double[-0.15, 0.15]).Sample((bends, east, north) =>
        {
            var before = Bent(bends);
            var after = Coverage(4, (column, row) =>
                bends[(row * 5) + column] is var (x, y) && (column, row) == (2, 2) ? (x + east, y + north) : bends[(row * 5) + column]);
            var touched = before.Zip(after).Where(pair => pair.First.Name.Code is "1-1" or "2-1" or "1-2" or "2-2");
            return RuleBook.Check(Context([.. touched.Select(pair => Moved(pair.First, pair.Second.Geometry!))], before))
                .All(finding => finding.Rule == Rule.R01);
        }, iter: 30);

    [Fact]
    public void Every_repair_that_is_offered_mends_its_finding_and_breaks_nothing() =>
        Gen.Select(Bends, Gen.Int[0, 3], Gen.Double[0, 2 * Math.PI], Gen.Double[0.01, 0.15]).Sample((bends, corner, towards, far) =>
        {
            var zones = Bent(bends);
            var cell = zones.Single(zone => zone.Name.Code == "1-1");
            var context = Context([Moved(cell, WithCorner(cell.Geometry!, corner, far * Math.Cos(towards), far * Math.Sin(towards)))], zones);
            var found = RuleBook.Check(context);
            var errors = found.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Key).ToHashSet();
            foreach (var (finding, repair) in found.SelectMany(finding => finding.Repairs.Select(repair => (finding, repair))))
            {
                var after = RuleBook.Check(context.With(repair));
                Assert.DoesNotContain(after, one => one.Key == finding.Key);
                Assert.Empty(after.Where(one => one.Severity == Severity.Error).Select(one => one.Key).Except(errors));
            }
        }, iter: 60);

    [Fact]
    public void Both_ways_to_mend_an_overlap_are_offered()
    {
        var zones = Coverage(2);

        var overlap = Assert.Single(
            Check(Moved(zones[0], Box(0, 0, 1.1, 1)), zones), finding => finding.Rule == Rule.R05);

        Assert.Equal("R05:zones/0-0:zones/1-0", overlap.Key);
        Assert.Equal(2, overlap.Repairs.Count);
        Assert.Equal("zones/0-0", overlap.Repairs[0].Features[0].Feature!.Path);
        Assert.Equal("zones/1-0", overlap.Repairs[1].Features[0].Feature!.Path);
        Assert.Equal(0.1 * 109.4 * 110.6, overlap.Measure!.Value, 15.0);
        Assert.Contains("chồng lấn", overlap.Message.Vi, StringComparison.Ordinal);
        Assert.NotNull(overlap.Place);
    }

    [Fact]
    public void An_overlap_narrower_than_a_centimetre_is_noise()
    {
        var zones = Coverage(2);

        Assert.Empty(Check(Moved(zones[0], Box(0, 0, 1 + (0.008 / 109.4), 1)), zones));
    }

    [Fact]
    public void An_overlap_of_five_centimetres_is_told()
    {
        var zones = Coverage(2);

        Assert.Contains(Check(Moved(zones[0], Box(0, 0, 1 + (0.05 / 109.4), 1)), zones), finding => finding.Rule == Rule.R05);
    }

    [Fact]
    public void Lost_ground_is_a_gap_that_the_neighbour_may_have()
    {
        var zones = Coverage(3);

        var gap = Assert.Single(Check(Moved(zones[4], Box(1, 1, 1.9, 2)), zones), finding => finding.Rule == Rule.R06);

        Assert.Equal(0.1 * 109.4 * 110.6, gap.Measure!.Value, 15.0);
        // Both long sides are equally long; the short ones come after.
        Assert.Equal(["zones/1-1", "zones/2-1"], gap.Repairs.Take(2).Select(repair => repair.Features[0].Feature!.Path).Order());
    }

    [Fact]
    public void A_feature_that_is_taken_out_leaves_a_gap()
    {
        var zones = Coverage(3);

        Assert.Contains(
            Check(new ProposedChange(zones[4], null) { BaseVersion = 1, CurrentVersion = 1 }, zones), finding => finding.Rule == Rule.R06);
    }

    [Fact]
    public void A_split_that_fills_the_old_ground_has_no_findings()
    {
        var zones = Coverage(3);
        var context = Context([Moved(zones[4], Box(1, 1, 2, 1.5)), New(Zone("new", Box(1, 1.5, 2, 2)))], zones);

        // The cut meets the neighbours' edges where they have no corner yet.
        Assert.All(RuleBook.Check(context), finding => Assert.Equal(Rule.R09, finding.Rule));
    }

    [Fact]
    public void A_corner_that_only_one_side_has_is_found_and_added()
    {
        var zones = Coverage(3);
        var context = Context([Moved(zones[4], Area(At(1, 1), At(1.5, 1), At(2, 1), At(2, 2), At(1, 2)))], zones);

        var corner = Assert.Single(RuleBook.Check(context));

        Assert.Equal("R09:zones/1-1:zones/1-0", corner.Key);
        Assert.Equal(Severity.Warning, corner.Severity);
        var mended = Assert.Single(Assert.Single(corner.Repairs).Features);
        Assert.Equal("zones/1-0", mended.Feature!.Path);
        Assert.Equal(6, mended.GeometryWgs84.NumPoints);
        Assert.Empty(RuleBook.Check(context.With(corner.Repairs[0])));
    }

    [Fact]
    public void A_repair_in_a_large_set_is_tried_where_it_lies()
    {
        var zones = Coverage(12);
        var moved = zones.Select((zone, i) => Moved(zone, i == 70 ? Box(10, 5, 11.1, 6) : zone.Geometry!.Copy())).ToList();

        var overlap = RuleBook.Check(Context(moved, zones))[0];

        Assert.Equal("R05:zones/10-5:zones/11-5", overlap.Key);
        Assert.NotEmpty(overlap.Repairs);
    }

    [Fact]
    public void A_heap_of_areas_on_one_spot_is_given_up_rather_than_compared_pair_by_pair()
    {
        var heap = Enumerable.Range(0, 1_000).Select(i => New(Zone($"h{i}", Box(0, 0, 1 + (i * 0.001), 1)))).ToList();

        var found = RuleBook.Check(Context(heap, []));

        Assert.Contains(found, finding => finding.About == "too-many");
    }
}
