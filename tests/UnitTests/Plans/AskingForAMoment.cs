using CsCheck;
using LongAnGis.Core.Plans;

namespace LongAnGis.UnitTests.Plans;

public class AskingForAMoment
{
    [Fact]
    public void Nothing_asked_is_now()
    {
        var asked = AskedTime.Parse(null, "", null, out var malformed);

        Assert.Null(malformed);
        Assert.True(asked!.IsNow);
        Assert.Empty(asked.Parameters());
    }

    [Theory]
    [InlineData("686", "2026-02-30", null, "as-of")]
    [InlineData("686", "22/11/2026", null, "as-of")]
    [InlineData("686", "2026-1-2", null, "as-of")]
    [InlineData("686", "٢٠٢٦-٠١-٠١", null, "as-of")]
    [InlineData(null, null, "r", "known-at")]
    [InlineData(null, null, "r-1", "known-at")]
    [InlineData(null, null, "r99999999999", "known-at")]
    [InlineData(null, null, "yesterday", "known-at")]
    [InlineData("686' OR 1=1", null, null, "plan")]
    public void A_malformed_parameter_is_named(string? plan, string? asOf, string? knownAt, string parameter)
    {
        Assert.Null(AskedTime.Parse(plan, asOf, knownAt, out var malformed));
        Assert.Equal(parameter, malformed);
    }

    [Fact]
    public void A_link_says_the_same_moment_again() =>
        Gen.Select(Gen.Const("686").Null(), Gen.Date.Nullable(), Gen.Int[0, 5000].Nullable()).Sample((plan, day, revision) =>
        {
            var asked = new AskedTime(
                plan,
                day is { } d ? DateOnly.FromDateTime(d) : null,
                revision is { } r ? KnownAt.After(r) : null);
            var written = asked.Parameters().ToDictionary(StringComparer.Ordinal);
            return asked == AskedTime.Parse(
                written.GetValueOrDefault("plan"),
                written.GetValueOrDefault("as-of"),
                written.GetValueOrDefault("known-at"),
                out _);
        });

    [Fact]
    public void A_comparison_takes_days_revisions_or_both()
    {
        var day = new DateOnly(2026, 1, 31);

        Assert.Equal(new AskedTime("686", AsOf: day), ComparedTime.Parse("2026-01-31", "686"));
        Assert.Equal(new AskedTime("686", KnownAt: KnownAt.After(12)), ComparedTime.Parse("r12", "686"));
        Assert.Equal(new AskedTime(null, day, KnownAt.After(12)), ComparedTime.Parse("r12@2026-01-31", null));
        Assert.Equal(new AskedTime(null, day), ComparedTime.Parse("31/1/2026", null));
        Assert.Equal(new AskedTime(null, day, KnownAt.After(12)), ComparedTime.Parse("r12@31/01/2026", null));
        Assert.Null(ComparedTime.Parse("31/13/2026", null));
        Assert.Null(ComparedTime.Parse("r12@tomorrow", null));
        Assert.Null(ComparedTime.Parse("", null));
    }

    [Theory]
    [InlineData("2025-07-01", "01/07/2025")]
    [InlineData("1/7/2025", "01/07/2025")]
    [InlineData("r2", "r2")]
    [InlineData("r2@2025-07-01", "r2@01/07/2025")]
    [InlineData("ngày mai", "ngày mai")]
    public void A_comparison_is_spelt_as_people_write_days(string typed, string spelt) => Assert.Equal(spelt, ComparedTime.Spell(typed));
}
