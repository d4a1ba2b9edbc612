using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>The pages that leaders look at together, one idea at a time.</summary>
public sealed class PresentingToARoom(SharedSite shared)
{
    [Theory]
    [InlineData("/indicators/built-up-share-satellite?year=2018", "Năm 2018")]
    [InlineData("/districts/can-giuoc", "Huyện Cần Giuộc")]
    [InlineData("/targets", "mục tiêu của quy hoạch 686")]
    public async Task Begins_on_the_page_and_steps_through_its_views_to_the_last(string page, string title)
    {
        using var client = await shared.Client();
        var way = page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "present=";

        var offered = await client.Read(page);
        var first = PageReading.Words(await client.Read(way + "1"));
        var last = PageReading.Words(await client.Read(way + "99"));

        Assert.Contains("present=1", offered, StringComparison.Ordinal);
        var views = System.Text.RegularExpressions.Regex.Match(first, @"\b1 / (\d+)").Groups[1].Value;
        Assert.True(int.Parse(views, System.Globalization.CultureInfo.InvariantCulture) > 1, views);
        Assert.Contains($"{views} / {views}", last, StringComparison.Ordinal);
        Assert.Contains(title, first, StringComparison.Ordinal);
    }
}
