using CsCheck;
using LongAnGis.Core.Indicators;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Indicators;

public class CarryingOverAreas
{
    static readonly DateOnly Day = new(2025, 7, 1);

    /// <summary>A and B become X; C is cut 70 : 30 into X and Y; D is cut into Y and Z, nobody knows how.</summary>
    static readonly Crosswalk Small = new(
        Day,
        [new("A", "V", 1), new("B", "X", 1), new("C", "X", 0.7m), new("C", "Y", 0.3m), new("D", "Y", null), new("D", "Z", null), new("E", "W", 1), new("F", "W", 1)],
        new Dictionary<string, string> { ["A"] = "Tân An", ["C"] = "Đức Hòa", ["D"] = "Mộc Hóa", ["E"] = "Bến Lức", ["F"] = "Thủ Thừa" });

    static readonly Dictionary<string, decimal> People = new() { ["A"] = 100, ["B"] = 50, ["C"] = 11, ["D"] = 40, ["E"] = 7, ["F"] = 8 };

    static CarriedValue Carry(string area, Dictionary<string, decimal>? values = null, int decimals = 0) =>
        new Carrying(Small).Additive(values ?? People, area, decimals);

    [Fact]
    public void An_area_with_its_own_figure_is_observed() => Assert.Equal((CarryLabel.Observed, 100), (Carry("A").Label, Carry("A").Value));

    [Fact]
    public void Whole_areas_are_summed_exactly()
    {
        var carried = Carry("W");

        Assert.Equal((CarryLabel.ExactSum, 15, null), (carried.Label, carried.Value, carried.Band));
        Assert.Equal("Tổng của Bến Lức và Thủ Thừa, gồm trọn vẹn các đơn vị này.", carried.Words.Vi);
    }

    [Fact]
    public void A_cut_area_is_estimated_with_method_and_band()
    {
        var carried = Carry("X");

        // 70 % of 11 is 7.7: 8 here, 3 there. A part of 70 % that is three times as dense has 87.5 %, a third as dense 43.75 %.
        Assert.Equal((CarryLabel.Estimated, 58), (carried.Label, carried.Value));
        Assert.Equal((50 + (11 * 0.4375m), 50 + (11 * 0.875m)), carried.Band);
        Assert.Equal("Phân bổ theo diện tích phần của Đức Hòa (70 %); dải sai số giả định mật độ các phần chênh nhau không quá 3 lần.", carried.Words.Vi);
        Assert.Equal("By area, with parts of Đức Hòa (70 %); the band assumes that no part is more than 3 times as dense as the rest.", carried.Words.En);
    }

    [Fact]
    public void A_part_of_unknown_size_is_refused_by_name()
    {
        Assert.Equal((CarryLabel.Refused, null, "Chưa biết phần của Mộc Hóa lớn bao nhiêu."), (Carry("Z").Label, Carry("Z").Value, Carry("Z").Words.Vi));
        Assert.Equal(CarryLabel.Refused, Carry("Y").Label);
    }

    [Fact]
    public void All_parts_together_are_exact_whatever_their_sizes()
    {
        var carried = Carry("X+Y+Z");

        Assert.Equal((CarryLabel.ExactSum, 101), (carried.Label, carried.Value));
    }

    [Fact]
    public void A_missing_figure_is_never_filled_in()
    {
        var carried = Carry("W", new() { ["E"] = 7 });

        Assert.Equal((CarryLabel.Refused, null, "Thiếu số liệu của Thủ Thừa."), (carried.Label, carried.Value, carried.Words.Vi));
    }

    [Fact]
    public void A_figure_of_a_union_stands_for_its_members_together_only()
    {
        var union = new Dictionary<string, decimal> { ["E+F"] = 15, ["A+B"] = 150, ["C"] = 10 };

        Assert.Equal((CarryLabel.ExactSum, 15), (Carry("W", union).Label, Carry("W", union).Value));
        Assert.Equal("Số liệu chung của Tân An + B không tách ra được.", Carry("X", union).Words.Vi);
        Assert.Equal(150 + 7, Carry("V+X", union).Value);
        Assert.Equal(CarryLabel.Observed, Carry("E+F", union).Label);
    }

    [Fact]
    public void An_area_that_the_crosswalk_does_not_have_is_refused_with_its_day() =>
        Assert.Equal("Bảng chuyển đổi ngày 01/07/2025 không có Q.", Carry("Q").Words.Vi);

    [Fact]
    public void A_ratio_is_made_anew_from_numerator_and_denominator()
    {
        var carried = new Carrying(Small).Ratio(
            new Dictionary<string, decimal> { ["E"] = 10, ["F"] = 20 },
            new Dictionary<string, decimal> { ["E"] = 900, ["F"] = 100 },
            "W", new("dân số", "population"));

        // The average of the two would be 15.
        Assert.Equal((CarryLabel.ExactSum, 11), (carried.Label, carried.Value));
        Assert.Contains("dân số", carried.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_needs_its_denominator()
    {
        var carried = new Carrying(Small).Ratio(
            new Dictionary<string, decimal> { ["E"] = 10, ["F"] = 20 }, new Dictionary<string, decimal> { ["E"] = 900 }, "W", new("dân số", "population"));

        Assert.Equal((CarryLabel.Refused, "Thiếu dân số của Thủ Thừa để tính lại tỷ lệ."), (carried.Label, carried.Words.Vi));
    }

    [Fact]
    public void A_ratio_is_estimated_where_whole_areas_outweigh_and_refused_where_they_do_not()
    {
        var ratios = new Dictionary<string, decimal> { ["B"] = 10, ["C"] = 30, ["D"] = 5 };
        CarriedValue With(decimal whole) => new Carrying(Small).Ratio(
            ratios, new Dictionary<string, decimal> { ["B"] = whole, ["C"] = 100 }, "X", new("dân số", "population"));

        Assert.Equal((CarryLabel.Estimated, 20), (With(70).Label, With(70).Value));
        Assert.Equal((CarryLabel.Refused, null), (With(69).Label, With(69).Value));
        // 43.75 to 87.5 of the 100 people of C, at 30, beside 70 at 10.
        Assert.Equal((10 + (20 * 43.75m / 113.75m)), With(70).Band!.Value.Low, 10);
        Assert.Equal((10 + (20 * 87.5m / 157.5m)), With(70).Band!.Value.High, 10);
    }

    [Fact]
    public void Ranks_and_rates_stay_where_they_are()
    {
        var ranks = new Dictionary<string, decimal> { ["A"] = 3, ["E"] = 1, ["F"] = 2 };

        Assert.Equal((CarryLabel.Refused, null), (new Carrying(Small).NotTransferable(ranks, "W").Label, new Carrying(Small).NotTransferable(ranks, "W").Value));
        Assert.Equal((CarryLabel.ExactSum, 3), (new Carrying(Small).NotTransferable(ranks, "V").Label, new Carrying(Small).NotTransferable(ranks, "V").Value));
        Assert.Equal("Cùng lãnh thổ với Tân An.", new Carrying(Small).NotTransferable(ranks, "V").Words.Vi);
    }

    [Fact]
    public void A_crosswalk_refuses_what_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new Crosswalk(Day, [new("A", "X", 1.2m)]));
        Assert.Throws<ArgumentException>(() => new Crosswalk(Day, [new("A", "X", 0)]));
        Assert.Throws<ArgumentException>(() => new Crosswalk(Day, [new("A", "X", 0.5m), new("A", "X", 0.5m)]));
        Assert.Throws<ArgumentException>(() => new Crosswalk(Day, [new("A", "X", 0.8m), new("A", "Y", 0.8m)]));
    }

    [Fact]
    public void Shares_that_do_not_add_up_are_not_stretched() =>
        Assert.Equal(CarryLabel.Refused, new Carrying(new(Day, [new("A", "X", 0.6m), new("A", "Y", 0.3m)])).Additive(People, "X", 0).Label);

    [Fact]
    public void Parts_add_up_to_the_last_unit() => Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 4], Gen.Int[0, 1000].Array[1, 12], Gen.Int[0, 4]).Sample(
        (figure, scale, weights, decimals) =>
        {
            if (weights.Sum() == 0)
                return true;
            var value = figure / (decimal)Math.Pow(10, scale);
            var shares = weights.Select(weight => (decimal)weight).ToList();
            var parts = Apportionment.Of(value, shares, decimals);
            var unit = (decimal)Math.Pow(10, -Math.Max(decimals, Apportionment.Scale(value)));
            return parts.Sum() == value
                && parts.Zip(shares).All(pair => Math.Abs(pair.First - (value * pair.Second / shares.Sum())) < unit
                    && pair.First % unit == 0 && (pair.Second > 0 || pair.First == 0));
        });

    [Fact]
    public void Nothing_is_lost_or_won_over_any_crosswalk() => Random.Sample(
        links =>
        {
            var crosswalk = new Crosswalk(Day, links);
            var values = links.Select(link => link.From).Distinct().ToDictionary(from => from, from => Figure(from, 100_000));
            var carried = links.Select(link => link.To).Distinct().Select(to => new Carrying(crosswalk).Additive(values, to, 0)).ToList();

            Assert.Equal(values.Values.Sum(), carried.Sum(one => one.Value!.Value));
            Assert.All(carried, one => Assert.Equal(one.Value, Math.Floor(one.Value!.Value)));
            Assert.All(carried, one => Assert.Equal(
                links.Where(link => link.To == one.Area).All(link => link.Share == 1) ? CarryLabel.ExactSum : CarryLabel.Estimated, one.Label));
            Assert.All(carried.Where(one => one.Band is not null), one => Assert.InRange(one.Value!.Value, one.Band!.Value.Low, one.Band.Value.High));
        },
        iter: 1000);

    [Fact]
    public void There_and_back_over_whole_areas_changes_no_union_of_them() => Random.Sample(
        links =>
        {
            var crosswalk = new Crosswalk(Day, links);
            var everything = string.Join('+', links.Select(link => link.To).Distinct());
            var values = links.Select(link => link.From).Distinct().ToDictionary(from => from, from => (decimal)from.Length);
            var there = new Carrying(crosswalk).Additive(values, everything, 0);
            var back = new Carrying(crosswalk.Reversed()).Additive(
                new Dictionary<string, decimal> { [everything] = there.Value!.Value }, string.Join('+', values.Keys), 0);

            Assert.Equal((CarryLabel.ExactSum, values.Values.Sum()), (back.Label, back.Value));
        },
        iter: 300);

    [Fact]
    public void A_ratio_lies_within_its_sources_and_equals_the_quotient_of_the_carried() => Random.Sample(
        links =>
        {
            var crosswalk = new Crosswalk(Day, links);
            var froms = links.Select(link => link.From).Distinct().ToList();
            var ratios = froms.ToDictionary(from => from, from => Figure(from, 100));
            var weights = froms.ToDictionary(from => from, from => 1 + Figure(from, 997));
            var carrying = new Carrying(crosswalk, new() { LeastWholeShare = 0 });
            foreach (var to in links.Select(link => link.To).Distinct())
            {
                var carried = carrying.Ratio(ratios, weights, to, new("dân số", "population"));
                var parts = links.Where(link => link.To == to).ToList();
                var exact = parts.Sum(link => ratios[link.From] * weights[link.From] * link.Share!.Value) / parts.Sum(link => weights[link.From] * link.Share!.Value);
                Assert.Equal(exact, carried.Value!.Value, 8);
                var band = carried.Band ?? (carried.Value.Value, carried.Value.Value);
                Assert.InRange(carried.Value.Value, band.Item1 - 1e-9m, band.Item2 + 1e-9m);
                Assert.InRange(band.Item1, parts.Min(link => ratios[link.From]) - 1e-9m, band.Item2 + 1e-9m);
                Assert.InRange(band.Item2, band.Item1 - 1e-9m, parts.Max(link => ratios[link.From]) + 1e-9m);
            }
        },
        iter: 500);

    /// <summary>Some figure of an area, always the same.</summary>
    static decimal Figure(string area, int below) => area.Aggregate(17L, (sum, letter) => (sum * 7919) + letter) % below;

    /// <summary>Up to eight areas that end, each whole or cut into two or three shares with four decimals that add up to 1.</summary>
    static readonly Gen<List<CrosswalkLink>> Random = Gen.Select(Gen.Int[0, 5].Array[1, 3], Gen.Int[1, 1000].Array[3]).Array[1, 8].Select(areas => areas
        .SelectMany((area, index) =>
        {
            var (targets, weights) = (area.Item1.Distinct().ToList(), area.Item2);
            var shares = Apportionment.Of(1, [.. targets.Select((_, at) => (decimal)weights[at])], 4);
            return targets.Select((target, at) => new CrosswalkLink($"F{index}", $"T{target}", Math.Max(shares[at], 0.0001m)));
        })
        .ToList());

    [Fact]
    public void The_communes_of_today_give_the_old_districts_back()
    {
        var rows = Table("commune-district-shares.csv");
        var back = new Crosswalk(Day, [.. rows.Select(row => new CrosswalkLink(row["commune_code"], row["district_code"], row.Number("share_of_commune")!.Value))]);
        var people = rows.Select(row => row["commune_code"]).Distinct().ToDictionary(code => code, code => Figure(code, 9973));
        var districts = rows.Select(row => row["district_code"]).Distinct().Select(code => new Carrying(back).Additive(people, code, 0)).ToList();

        Assert.Equal(15, districts.Count);
        Assert.Equal(people.Values.Sum(), districts.Sum(district => district.Value!.Value));
        // The four communes that straddle an old line: Long An, Bình Hiệp, Tuyên Thạnh, Bình Thành.
        Assert.Equal(
            ["794", "795", "798", "799", "800", "801", "804"],
            districts.Where(district => district.Label == CarryLabel.Estimated).Select(district => district.Area).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_old_communes_give_the_new_ones_that_were_not_cut()
    {
        var rows = Table("crosswalk.csv").Where(row => row["new_code"] != "80").ToList();
        var there = new Crosswalk(Day, [.. rows.Select(row => new CrosswalkLink(row["old_code"], row["new_code"], row["extent"] == "whole" ? 1 : null))]);
        var people = rows.Select(row => row["old_code"]).Distinct().ToDictionary(code => code, _ => 1m);
        var communes = rows.Select(row => row["new_code"]).Distinct().Select(code => new Carrying(there).Additive(people, code, 0)).ToLookup(one => one.Label);
        var touched = rows.Where(row => row["extent"] == "part").Select(row => row["new_code"]).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(touched, communes[CarryLabel.Refused].Select(one => one.Area).Order(StringComparer.Ordinal));
        Assert.Equal(60, communes[CarryLabel.Refused].Count() + communes[CarryLabel.ExactSum].Count());
        Assert.Equal(186, new Carrying(there).Additive(people, string.Join('+', rows.Select(row => row["new_code"]).Distinct()), 0).Value);
    }
}
