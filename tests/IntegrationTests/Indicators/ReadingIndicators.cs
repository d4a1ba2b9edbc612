using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed partial class ReadingIndicators(SharedSite shared)
{
    async Task<string> Words(string address)
    {
        using var client = await shared.Client();
        return PageReading.Words(await client.Read(address));
    }

    [Theory]
    [InlineData("/indicators?q=giuong+benh", "Số giường bệnh trên vạn dân")]
    [InlineData("/indicators?q=giường+bệnh", "Số giường bệnh trên vạn dân")]
    [InlineData("/en/indicators?q=hospital", "Hospital beds per 10,000 people")]
    public async Task Finds_one_with_or_without_diacritics(string address, string name)
    {
        var words = await Words(address);

        Assert.Contains(name, words, StringComparison.Ordinal);
        Assert.DoesNotContain("PCI", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_no_indicator_matches() =>
        Assert.Contains("Không có chỉ tiêu nào khớp “khongcogi”", await Words("/indicators?q=khongcogi"), StringComparison.Ordinal);

    [Fact]
    public async Task Shows_the_newest_figure_the_target_and_the_coverage_in_the_catalogue()
    {
        var words = await Words("/indicators?q=grdp-per-capita");

        Assert.Contains("107,38 triệu đồng/người năm 2024, ước", words, StringComparison.Ordinal);
        Assert.Contains("trên 180 triệu đồng/người (2030)", words, StringComparison.Ordinal);
        Assert.Contains("15/15", await Words("/indicators?q=population-census"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_latest_period_for_newest_even_if_it_is_a_quarter() =>
        Assert.Contains("82 % quý I/2025", await Words("/indicators?q=clean-water-rural"), StringComparison.Ordinal);

    [Fact]
    public async Task Never_shows_a_draft_or_a_replaced_target_in_the_catalogue()
    {
        var words = await Words("/indicators?q=industrial-parks");

        Assert.Contains("ở mức 51 khu (2030)", words, StringComparison.Ordinal);
        Assert.DoesNotContain("ở mức 59", words, StringComparison.Ordinal);
        Assert.DoesNotContain("ở mức 68", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_targets_that_bind_nothing_on_the_page_of_the_indicator()
    {
        var words = await Words("/indicators/industrial-parks");

        Assert.Contains("dự thảo, không ràng buộc", words, StringComparison.Ordinal);
        Assert.Contains("đã bị thay", words, StringComparison.Ordinal);
        Assert.Contains("tỉnh Tây Ninh sau hợp nhất", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_words_of_a_span() =>
        Assert.Contains("khoảng 8–10 m²/người", await Words("/indicators/urban-green-per-head"), StringComparison.Ordinal);

    [Fact]
    public async Task Ranks_the_regions_of_the_asked_year_with_their_source()
    {
        var words = await Words("/indicators/population-census?year=2019");

        Assert.Contains("1 Đức Hòa 315.711 người thực hiện · github.com", words, StringComparison.Ordinal);
        Assert.Matches("15 Mộc Hóa 28.165 người", words);
    }

    [Fact]
    public async Task Ranks_the_largest_first_where_neither_side_is_better()
    {
        using var client = await shared.Client();
        var html = await client.Read("/indicators/population-density?year=2019");

        var values = Value().Matches(html).Select(match => decimal.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(values.OrderDescending(), values);
    }

    [Fact]
    public async Task Names_the_union_and_shows_dashes_for_its_members()
    {
        using var client = await shared.Client();
        var html = await client.Read("/indicators/population-census?year=2009");

        Assert.Contains("Mộc Hóa (gồm cả Kiến Tường)", html, StringComparison.Ordinal);
        var kienTuong = Row("795").Match(html).Value;
        Assert.Matches(@"chưa có số liệu.*43\.674", PageReading.Words(kienTuong));
        Assert.DoesNotContain(">0<", kienTuong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_which_regions_have_no_figure() =>
        Assert.Matches(@"Chưa có số liệu \(14\):.*Cần Giuộc", await Words("/indicators/doctors"));

    [Fact]
    public async Task Says_so_in_a_year_without_data()
    {
        var words = await Words("/indicators/population-census?year=2015");

        Assert.Contains("Chưa có số liệu nào cho năm 2015", words, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu (15):", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaks_the_line_where_the_basis_of_a_series_changed()
    {
        using var client = await shared.Client();
        var html = await client.Read("/indicators/poverty-rate");

        Assert.Contains("đứt nơi cách tính thay đổi", html, StringComparison.Ordinal);
        Assert.Contains("chuẩn 2022–2025", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census?year=abcd", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census?year=0", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/population-census?regions=villages", HttpStatusCode.BadRequest)]
    public async Task Refuses_what_does_not_exist_with_a_page(string address, HttpStatusCode expected)
    {
        using var client = await shared.Client();

        var (status, html) = await client.Page(address);

        Assert.Equal(expected, status);
        Assert.Contains("<main id=\"panel\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_is_typed_as_text()
    {
        using var client = await shared.Client();

        Assert.DoesNotContain("<img src=x", await client.Read("/indicators?q=%3Cimg%20src%3Dx%3E"), StringComparison.Ordinal);
    }

    static Regex Row(string region) => new($"<tr[^>]*data-region=\"{region}\".*?</tr>", RegexOptions.Singleline);

    [GeneratedRegex("""<span class="value figure">([\d.]+)""")]
    private static partial Regex Value();
}
