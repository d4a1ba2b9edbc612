using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace LongAnGis.IntegrationTests.Pages;

public sealed class ListingFeatures(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_by_key_through_every_column_both_ways_without_losing_or_repeating_a_row()
    {
        var site = await shared.Get();
        var table = site.Services.GetRequiredService<FeatureTable>();
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, Cancellation);
        var layers = await site.Services.GetRequiredService<LayerCatalogue>().All(moment.Revision, Cancellation);

        foreach (var layer in layers.InDrawingOrder)
        {
            var selection = () => new FeatureSelection(layer, moment, FeatureFilter.None);
            var count = await table.Count(selection(), Cancellation);
            var columns = layer.Attributes.Where(one => one.List).Select(one => one.Key).Append("code").Append("name");
            foreach (var sort in columns.SelectMany(column => new[] { column, "-" + column }).Select(text => FeatureSort.Read(layer, text)))
            {
                var forwards = new List<long>();
                var page = await table.Page(selection(), sort, null, null, 7, Cancellation);
                forwards.AddRange(page.Rows.Select(row => row.Id));
                var last = page;
                while (last.Next is { } next)
                {
                    last = await table.Page(selection(), sort, next, null, 7, Cancellation);
                    forwards.AddRange(last.Rows.Select(row => row.Id));
                }

                var backwards = last.Rows.Select(row => row.Id).Reverse().ToList();
                while (last.Previous is { } previous)
                {
                    last = await table.Page(selection(), sort, null, previous, 7, Cancellation);
                    backwards.AddRange(last.Rows.Select(row => row.Id).Reverse());
                }

                Assert.Equal(count, forwards.Distinct().Count());
                Assert.Equal(count, forwards.Count);
                Assert.Equal(forwards, backwards.AsEnumerable().Reverse());
            }
        }
    }

    [Fact]
    public async Task Orders_names_as_Vietnamese_does()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/plan/districts?sort=name&as-of=2025-06-30"));

        // D comes before Đ, and a tone changes nothing before the letters do.
        Assert.True(words.IndexOf("Châu Thành", StringComparison.Ordinal) < words.IndexOf("Đức Hòa", StringComparison.Ordinal));
        Assert.True(words.IndexOf("Đức Huệ", StringComparison.Ordinal) < words.IndexOf("Kiến Tường", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_beside_each_code_what_ticking_it_shows()
    {
        var site = await shared.Get();
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, Cancellation);
        var layers = await site.Services.GetRequiredService<LayerCatalogue>().All(moment.Revision, Cancellation);
        var layer = layers.Find("industrial-parks")!;
        var table = site.Services.GetRequiredService<FeatureTable>();
        var status = layer.Attributes.First(one => one.Key == "status");

        var counts = await table.CountByValue(new(layer, moment, FeatureFilter.None), status, Cancellation);

        Assert.NotEmpty(counts);
        foreach (var (value, count) in counts.Where(one => one.Key.Length > 0))
        {
            var filter = FeatureFilter.Read(layer, new QueryCollection(new Dictionary<string, StringValues> { ["f.status"] = value }));
            Assert.Equal(count, await table.Count(new(layer, moment, filter), Cancellation));
        }
    }

    [Fact]
    public async Task Filters_by_words_without_diacritics_by_code_by_text_and_by_range()
    {
        using var client = await shared.Client();

        var html = await client.Read("/plan/industrial-parks?q=duc+hoa&f.status=operating&f.area_ha.min=200&f.area_ha.max=300,5&f.developer=c%C3%B4ng+ty");
        var words = PageReading.Words(html);

        Assert.Contains("KCN Đức Hòa I – Hạnh Phúc", words, StringComparison.Ordinal);
        Assert.DoesNotContain("KCN Xuyên Á", words, StringComparison.Ordinal);
        Assert.Contains("khớp bộ lọc", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_a_list_is_empty_and_offers_one_way_out()
    {
        using var client = await shared.Client();

        Assert.Contains("Xóa bộ lọc", await client.Read("/plan/industrial-parks?q=khongcogi"), StringComparison.Ordinal);
        Assert.Contains("import osm", await client.Read("/plan/roads"), StringComparison.Ordinal);
        Assert.Contains("Về hôm nay", await client.Read("/plan/industrial-parks?as-of=1990-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_what_the_filter_shows()
    {
        using var client = await shared.Client();
        const string filter = "q=duc+hoa&f.status=operating";

        var html = await client.Read("/plan/industrial-parks?" + filter);
        var csv = await client.GetStringAsync("/plan/industrial-parks.csv?" + filter, Cancellation);

        Assert.Contains("href=\"/plan/industrial-parks.csv?q=duc%20hoa&amp;f.status=operating\"", html, StringComparison.Ordinal);
        Assert.Equal(PageReading.Rows(html).Count, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }
}
