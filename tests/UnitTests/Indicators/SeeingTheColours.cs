using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;

namespace LongAnGis.UnitTests.Indicators;

public class SeeingTheColours
{
    const string Paper = "#FBFAF6";

    public static TheoryData<Vision> Eyes => [.. Enum.GetValues<Vision>()];

    // Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17, 21, 25 and 34.
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void The_measure_is_the_published_one(double l1, double a1, double b1, double l2, double a2, double b2, double published) =>
        Assert.Equal(published, ColourVision.Ciede2000((l1, a1, b1), (l2, a2, b2)), 4);

    [Theory]
    [MemberData(nameof(Eyes))]
    public void Neighbouring_classes_are_told_apart(Vision eye)
    {
        for (var classes = 2; classes <= Classification.MostClasses; classes++)
        {
            foreach (var colours in new[] { Palette.Sequential(classes), Palette.Diverging(classes) })
            {
                Assert.Equal(classes, colours.Count);
                Assert.All(colours.Zip(colours.Skip(1)), pair =>
                    Assert.True(ColourVision.Difference(pair.First, pair.Second, eye) >= 9, $"{pair} of {classes}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Eyes))]
    public void Any_two_of_five_classes_and_of_two_indicators_are_told_apart(Vision eye)
    {
        AllApart(Palette.Sequential(5), eye);
        AllApart(Palette.Diverging(5), eye);
        AllApart([.. from first in Enumerable.Range(0, 3) from second in Enumerable.Range(0, 3) select Palette.Bivariate(first, second)], eye);
    }

    [Fact]
    public void A_red_green_ramp_would_not_pass() =>
        Assert.True(ColourVision.Difference("#A6D96A", "#FDAE61", Vision.WithoutGreen) < 9);

    [Fact]
    public void More_is_darker_and_the_middle_of_a_diverging_palette_is_the_lightest()
    {
        for (var classes = 2; classes <= Classification.MostClasses; classes++)
        {
            var sequential = Palette.Sequential(classes).Select(Colour.Luminance).ToList();
            Assert.Equal(sequential.OrderDescending(), sequential);

            var diverging = Palette.Diverging(classes).Select(Colour.Luminance).ToList();
            var middle = diverging.IndexOf(diverging.Max());
            Assert.InRange(middle, (classes - 1) / 2, classes / 2);
        }
    }

    [Fact]
    public void Outlines_stand_out_from_paper_and_ink_from_every_colour()
    {
        Assert.True(Colour.Contrast(Palette.Outline, Paper) >= 3);
        Assert.True(Colour.Contrast(Palette.OutlineOnDark, "#16232B") >= 3);
        var colours = Enumerable.Range(1, Classification.MostClasses)
            .SelectMany(classes => Palette.Sequential(classes).Concat(Palette.Diverging(classes)))
            .Concat(from first in Enumerable.Range(0, 3) from second in Enumerable.Range(0, 3) select Palette.Bivariate(first, second))
            .Append(Palette.Missing);
        Assert.All(colours, colour => Assert.True(Colour.Contrast(colour, Palette.InkOn(colour)) >= 4.5, colour));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void There_is_no_palette_for_more_than_seven_classes(int classes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Palette.Sequential(classes));

    static void AllApart(IReadOnlyList<string> colours, Vision eye) => Assert.All(
        from one in Enumerable.Range(0, colours.Count) from other in Enumerable.Range(0, one) select (colours[one], colours[other]),
        pair => Assert.True(ColourVision.Difference(pair.Item1, pair.Item2, eye) >= 9, $"{pair}"));
}
