using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.Pages;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Util;

namespace LongAnGis.IntegrationTests.Maps;

/// <summary>Somebody takes the map along on paper.</summary>
public sealed partial class PrintingAMap(SharedSite shared)
{
    const double MillimetresPerPoint = 25.4 / 72;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, double, double> Sheets => new()
    {
        { "A4", "landscape", 297, 210 },
        { "A4", "portrait", 210, 297 },
        { "A3", "landscape", 420, 297 },
        { "A2", "portrait", 420, 594 },
        { "A1", "landscape", 841, 594 },
        { "A0", "portrait", 841, 1189 },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Gets_a_sheet_of_its_size_with_all_that_a_map_must_carry(string paper, string turn, double width, double height)
    {
        using var document = await Pdf($"/print.pdf?paper={paper}&turn={turn}&scale=250000");
        var page = Assert.Single(document.GetPages());
        var text = Bare(page.Text);

        Assert.Equal(width, page.Width * MillimetresPerPoint, 0.3);
        Assert.Equal(height, page.Height * MillimetresPerPoint, 0.3);
        foreach (var part in new[] { "Tỷ lệ 1:250.000", "Chú giải", "Căn cứ pháp lý", "686/QĐ-TTg", "Nguồn", "ký tên, đóng dấu", "Bản đồ tham khảo", "Lưới VN-2000, kinh tuyến trục 105°45" })
            Assert.Contains(Bare(part), text, StringComparison.Ordinal);
        // The rims of letters over the map are outlines, which PDF keeps as fonts of type 3.
        Assert.All(page.Letters, letter => Assert.Matches("BeVietnamPro|^Type3$", letter.FontName));
    }

    [Theory]
    [InlineData("A3", 100_000)]
    [InlineData("A1", 100_000)]
    [InlineData("A2", 75_000)]
    public async Task Measures_ten_kilometres_right_to_three_tenths_of_a_millimetre(string paper, int scale)
    {
        using var document = await Pdf($"/print.pdf?paper={paper}&scale={scale}&at=10.62,106.45");
        var page = document.GetPage(1);

        // The figures of the grid stand beside its ticks: what lies between two eastings on paper is what they say on the ground.
        var ticks = Ticks(page);
        Assert.True(ticks.Count >= 2, $"{ticks.Count} figures of eastings");
        var (one, other) = (ticks[0], ticks[^1]);
        var millimetresOfTenKilometres = (other.X - one.X) * MillimetresPerPoint / (other.Metres - one.Metres) * 10_000;
        Assert.Equal(10_000_000.0 / scale, millimetresOfTenKilometres, 0.3);
    }

    [Fact]
    public async Task Draws_no_more_than_is_chosen_and_explains_what_is_drawn()
    {
        using var all = await Pdf("/print.pdf?scale=250000&layers=province,industrial-parks,urban-centres");
        using var parks = await Pdf("/print.pdf?scale=250000&layers=province,industrial-parks");

        Assert.Contains(Bare("Hệ thống đô thị"), Bare(all.GetPage(1).Text), StringComparison.Ordinal);
        Assert.DoesNotContain(Bare("Hệ thống đô thị"), Bare(parks.GetPage(1).Text), StringComparison.Ordinal);
        Assert.Contains(Bare("Đang hoạt động"), Bare(parks.GetPage(1).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_what_is_drawn_by_its_code_as_the_screen_does()
    {
        using var document = await Pdf("/print.pdf?layers=province,corridors");

        var text = Bare(document.GetPage(1).Text);
        Assert.Contains(Bare("Vành đai 3 – Vành đai 4"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bare("Hành lang phát triển: Khác"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_a_sheet_for_each_district_in_one_file()
    {
        using var document = await Pdf("/print.pdf?series=districts&paper=A4&layers=province,districts,waterways");

        var pages = document.GetPages().Select(page => Bare(page.Text)).ToList();
        Assert.Equal(15, pages.Count);
        Assert.Contains("Tờ1/15", pages[0], StringComparison.Ordinal);
        foreach (var district in new[] { "Cần Giuộc", "Đức Hòa", "Vĩnh Hưng" })
            Assert.Single(pages, page => page.StartsWith(Bare(district), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sees_before_what_the_page_will_be_and_finds_it_under_the_same_tag()
    {
        using var client = await shared.Client();
        var page = await client.Read("/print?paper=A3&scale=150000&title=Bản đồ cuộc họp");
        var preview = WebUtility.HtmlDecode(Preview().Match(page).Groups[1].Value);

        using var first = await client.GetAsync(preview, Cancellation);
        using var picture = SKBitmap.Decode(await first.Content.ReadAsByteArrayAsync(Cancellation));
        using var again = new HttpRequestMessage(HttpMethod.Get, preview) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await client.SendAsync(again, Cancellation);

        Assert.Equal((1100, 778), (picture.Width, picture.Height));
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Gets_a_picture_of_three_hundred_dots_an_inch_that_says_so()
    {
        using var client = await shared.Client();

        var file = await client.GetByteArrayAsync("/print.png?paper=A4&scale=500000", Cancellation);
        using var picture = SKBitmap.Decode(file);

        Assert.Equal((3508, 2480), (picture.Width, picture.Height));
        var density = file.AsSpan().IndexOf("pHYs"u8);
        // 300 dots an inch are 11,811 a metre.
        Assert.Equal(11_811, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(density + 4)));
    }

    [Theory]
    [InlineData("paper=B5", "A4")]
    [InlineData("turn=sideways", "landscape")]
    [InlineData("series=roads", "districts")]
    [InlineData("scale=12", "1000")]
    [InlineData("scale=1e5", "1000")]
    [InlineData("scale=99999999999", "1000")]
    [InlineData("at=1,2", "vĩ độ")]
    [InlineData("at=NaN,106", "vĩ độ")]
    [InlineData("at=10.5,106.5,99", "vĩ độ")]
    public async Task Is_told_what_a_parameter_takes(string parameter, string why)
    {
        using var client = await shared.Client();

        foreach (var address in new[] { "/print?", "/print.pdf?", "/print.png?", "/print/preview.png?" })
        {
            var (status, html) = await client.Page(address + parameter);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(why, PageReading.Words(html), StringComparison.Ordinal);
        }
    }

    async Task<PdfDocument> Pdf(string address)
    {
        using var client = await shared.Client();
        return PdfDocument.Open(await client.GetByteArrayAsync(address, Cancellation));
    }

    /// <summary>Eastings along the upper edge of the map, with where on the sheet their figures begin.</summary>
    static List<(double X, double Metres)> Ticks(Page page) =>
    [
        .. DefaultWordExtractor.Instance.GetWords([.. page.Letters.Where(letter => letter.FontName?.Contains("BeVietnamPro", StringComparison.Ordinal) is true)])
            .Select(word => (Box: word.BoundingBox, Figures: Easting().Match(word.Text)))
            .Where(word => word.Figures.Success)
            .GroupBy(word => Math.Round(word.Box.Bottom))
            .MaxBy(line => (line.Count(), line.Key))!
            .Select(word => (X: word.Box.Left, Metres: double.Parse(word.Figures.Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)))
            .OrderBy(tick => tick.Metres),
    ];

    static string Bare(string text) => Spaces().Replace(text.Normalize(), "");

    [GeneratedRegex(@"^[4-6]\d\d\.000$")]
    private static partial Regex Easting();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""class="print-preview" src="([^"]+)""")]
    private static partial Regex Preview();
}
