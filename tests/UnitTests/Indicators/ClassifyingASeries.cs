using CsCheck;
using LongAnGis.Core.Indicators;

namespace LongAnGis.UnitTests.Indicators;

public class ClassifyingASeries
{
    static readonly double?[] Fifteen = [12, 15, 18, 21, 22, 24, 31, 33, 35, 41, 58, 59, 60, 61, 90];

    static Classification Make(ClassificationMethod method, IReadOnlyList<double?> values, int classes) => method switch
    {
        ClassificationMethod.Quantile => Classifier.Quantile(values, classes),
        ClassificationMethod.EqualInterval => Classifier.EqualInterval(values, classes),
        ClassificationMethod.NaturalBreaks => Classifier.NaturalBreaks(values, classes),
        _ => Classifier.ByTarget(values, classes),
    };

    public static TheoryData<ClassificationMethod> FollowingTheData =>
        [ClassificationMethod.Quantile, ClassificationMethod.EqualInterval, ClassificationMethod.NaturalBreaks];

    [Fact]
    public void Quantiles_hold_equally_many()
    {
        var classes = Classifier.Quantile(Fifteen, 5);

        Assert.Equal([3, 3, 3, 3, 3], classes.Counts);
        Assert.Equal([20.0, 30, 40, 60], classes.Breaks);
    }

    [Fact]
    public void Equal_intervals_have_one_width() =>
        Assert.Equal([4.0, 8, 12, 16], Classifier.EqualInterval([0, 4, 8, 12, 16, 20], 5).Breaks);

    [Fact]
    public void Natural_breaks_fall_into_the_gaps() =>
        Assert.Equal([0, 0, 0, 1, 1, 2], Classifier.NaturalBreaks([1, 2, 3, 50, 52, 900], 3).Classes);

    [Theory]
    [InlineData(3, new[] { 95.0, 105 })]
    [InlineData(4, new[] { 90.0, 100, 110 })]
    [InlineData(5, new[] { 85.0, 95, 105, 115 })]
    [InlineData(7, new[] { 75.0, 85, 95, 105, 115, 125 })]
    public void Classes_by_target_are_centred_on_the_plan(int classes, double[] breaks) =>
        Assert.Equal(breaks, Classifier.ByTarget([100, 40], classes).Breaks);

    [Fact]
    public void A_class_holds_its_lower_bound_and_not_its_upper_one() =>
        Assert.Equal([0, 1, 1, 2], Classifier.Manual([9.99, 10, 19.99, 20], [10, 20])!.Classes);

    [Fact]
    public void What_is_missing_is_in_no_class()
    {
        var classes = Classifier.Manual([null, 5, null, 25], [10, 20])!;

        Assert.Equal([null, 0, null, 2], classes.Classes);
        Assert.Equal([1, 0, 1], classes.Counts);
        Assert.Equal(2, classes.Missing);
    }

    [Fact]
    public void Another_year_is_put_into_the_same_classes()
    {
        var before = Classifier.Quantile(Fifteen, 3);
        var after = before.With([1, null, 1000]);

        Assert.Equal(before.Breaks, after.Breaks);
        Assert.Equal([0, null, 2], after.Classes);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 20.0, 10 })]
    [InlineData(new[] { 10.0, 10 })]
    [InlineData(new[] { double.NaN })]
    [InlineData(new[] { 1.0, double.PositiveInfinity })]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7 })]
    public void Chosen_breaks_must_ascend_and_be_few(double[] breaks) => Assert.Null(Classifier.Manual(Fifteen, breaks));

    [Theory]
    [MemberData(nameof(FollowingTheData))]
    public void There_are_no_more_classes_than_different_values(ClassificationMethod method)
    {
        Assert.Equal([2, 3], Make(method, [1, 1, 2, 2, 2], 5).Counts);
        Assert.Equal([4], Make(method, [7, 7, 7, 7], 5).Counts);
        Assert.Equal([1, 1], Make(method, [3, 9], 7).Counts);
        Assert.Empty(Make(method, [null, null], 5).Counts);
        Assert.Empty(Make(method, [], 5).Counts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void One_to_seven_classes_are_made(int classes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.Quantile(Fifteen, classes));

    [Fact]
    public void What_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => Classifier.NaturalBreaks([1, double.NaN], 2));

    [Fact]
    public void The_legend_says_method_and_bounds_in_both_languages()
    {
        var classes = Classifier.Manual([1, 1500], [1000, 2000.5])!;

        Assert.Equal(["dưới 1.000", "1.000 – dưới 2.000,5", "từ 2.000,5 trở lên"], [.. Enumerable.Range(0, 3).Select(index => classes.Words(index).Vi)]);
        Assert.Equal(["below 1,000", "1,000 – below 2,000.5", "2,000.5 and above"], [.. Enumerable.Range(0, 3).Select(index => classes.Words(index).In(english: true))]);
        Assert.Equal(("Ngưỡng tự chọn, 3 lớp", "Chosen breaks, 3 classes"), (classes.MethodWords.Vi, classes.MethodWords.En));
        Assert.Equal("7", Classifier.Quantile([7, 7], 3).Words(0).Vi);
        Assert.Equal("không có số liệu", Classifier.Quantile([null], 3).Words(0).Vi);
    }

    [Theory]
    [InlineData(41, 44, 44, 44)]
    [InlineData(9.3, 10.7, 10.7, 10)]
    [InlineData(43, 58, 58, 50)]
    [InlineData(-3, 8, 5, 0)]
    [InlineData(-58, -43, -43, -50)]
    [InlineData(0.0123, 0.0187, 0.0187, 0.015)]
    [InlineData(1234567.1, 1234567.4, 1234567.4, 1234567.4)]
    public void Breaks_become_the_roundest_number_of_their_gap(double below, double above, double found, double readable) =>
        Assert.Equal(readable, ReadableBreaks.Roundest(below, above, found));
}
