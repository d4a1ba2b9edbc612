using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LongAnGis.IntegrationTests.Pages;
using UglyToad.PdfPig;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Maps and charts as files: every kind of each, whole in itself, with the figures of the page.</summary>
public sealed partial class TakingPicturesAlong(SharedSite shared)
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pictures =>
    [
        "urbanisation-rate/map", "urbanisation-rate/years", "urbanisation-rate/ranking", "grdp-per-capita/series", "built-up-share-satellite/trends",
        "population-census/map", "population-census/map|regions=communes", "urbanisation-rate/map|mode=bivariate&with=sex-ratio", "urbanisation-rate/map|method=natural&classes=4&year=2009",
    ];

    async Task<(byte[] Body, string FileName)> Get(string picture, string extension, string type, string language = "")
    {
        var (path, query) = picture.Split('|') is [var only] ? (only, "") : (picture.Split('|')[0], "?" + picture.Split('|')[1]);
        using var client = await shared.Client();
        using var answer = await client.GetAsync($"{language}/indicators/{path}.{extension}{query}", Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}.{extension}: {answer.StatusCode}");
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        return (await answer.Content.ReadAsByteArrayAsync(Cancellation), answer.Content.Headers.ContentDisposition!.FileName!);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task As_PNG_has_the_pixels_of_A4_at_300_dpi_and_no_clear_ground(string picture)
    {
        var (png, name) = await Get(picture, "png", "image/png");

        Assert.Equal("\x89PNG\r\n\x1a\n", Encoding.Latin1.GetString(png.AsSpan(0, 8)));
        Assert.Equal(3508, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), 1000, 6000);
        // Colour type 2: RGB. With an alpha channel a picture could be dark on dark.
        Assert.Equal(2, png[25]);
        Assert.Matches(@"^""?longan_[a-z-]+_[a-z]+(_\d{4})?_vi\.png""?$", name);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task As_SVG_brings_title_description_and_typeface_along_and_asks_for_nothing(string picture)
    {
        var (body, _) = await Get(picture, "svg", "image/svg+xml");
        var root = XDocument.Parse(Encoding.UTF8.GetString(body)).Root!;

        Assert.Equal(Svg + "svg", root.Name);
        Assert.NotNull(root.Attribute("viewBox"));
        Assert.False(string.IsNullOrWhiteSpace(root.Element(Svg + "title")!.Value));
        Assert.False(string.IsNullOrWhiteSpace(root.Element(Svg + "desc")!.Value));
        Assert.Empty(root.Descendants(Svg + "image").Concat(root.Descendants(Svg + "script")));
        var style = root.Element(Svg + "style")!.Value;
        var families = FontFamily().Matches(style).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(root.Descendants(Svg + "text"), text => Assert.Contains(text.Attribute("font-family")!.Value, families));
        Assert.All(Address().Matches(style).Select(match => match.Groups[1].Value), address => Assert.StartsWith("data:font/woff;base64,", address, StringComparison.Ordinal));
        // Each letter is in the part of the typeface that is named for it.
        var ranges = style.Split("unicode-range:").Skip(1).SelectMany(part => part[..part.IndexOf('}', StringComparison.Ordinal)].Split(',')).ToHashSet();
        Assert.All(
            root.Descendants(Svg + "text").SelectMany(text => text.Value.EnumerateRunes()).Where(rune => !Rune.IsControl(rune)).Distinct(),
            rune => Assert.Contains($"U+{rune.Value:X}", ranges));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task As_PDF_is_one_sheet_of_vectors_with_title_source_and_date(string picture)
    {
        foreach (var (language, source, made) in new[] { ("", "Nguồnsốliệu:", "Lậpngày"), ("/en", "Sourcesofthefigures:", "Madeon") })
        {
            var (pdf, _) = await Get(picture, "pdf", "application/pdf", language);
            using var document = PdfDocument.Open(pdf);
            var sheet = Assert.Single(document.GetPages());
            var text = Spaces().Replace(sheet.Text.Normalize(NormalizationForm.FormC), "");

            Assert.Empty(sheet.GetImages());
            Assert.All(sheet.Letters.Select(letter => letter.FontName).Distinct(), font => Assert.Matches("BeVietnamPro|^Type3$", font));
            foreach (var part in new[] { source, made, "686/QĐ-TTg" })
                Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task States_the_figures_classes_and_counts_of_the_page()
    {
        using var client = await shared.Client();
        var html = await client.Read("/indicators/urbanisation-rate?method=natural&classes=4&year=2009");
        var rows = Ranked().Matches(html).Select(match => (Name: Text(match.Groups[1].Value), Value: Text(match.Groups[2].Value).Replace("%", "", StringComparison.Ordinal))).ToList();
        var classes = LegendClass().Matches(html).Select(match => (Words: Text(match.Groups[1].Value), Count: Text(match.Groups[2].Value))).ToList();
        Assert.Equal((14, 4), (rows.Count, classes.Count));

        var map = await Sheet("urbanisation-rate/map|method=natural&classes=4&year=2009");
        var ranking = await Sheet("urbanisation-rate/ranking|year=2009");

        Assert.All(rows, row => Assert.Contains(row.Name + row.Value, map, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains(row.Name + row.Value, ranking, StringComparison.Ordinal));
        Assert.All(classes, one => Assert.Contains($"{one.Words}{one.Count}đơnvị", map, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/indicators/no-such/map.png", HttpStatusCode.NotFound)]
    [InlineData("/indicators/population-census/map.pdf?mode=classes", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/urbanisation-rate/map.svg?year=1901", HttpStatusCode.NotFound)]
    [InlineData("/indicators/urbanisation-rate/map.png?year=soon", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/urbanisation-rate/map.png?classes=400", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/urbanisation-rate/map.tiff", HttpStatusCode.NotFound)]
    [InlineData("/indicators/doctors/trends.png", HttpStatusCode.NotFound)]
    public async Task Refuses_what_there_is_no_picture_of(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    async Task<string> Sheet(string picture)
    {
        var (pdf, _) = await Get(picture, "pdf", "application/pdf");
        using var document = PdfDocument.Open(pdf);
        return Spaces().Replace(document.GetPage(1).Text.Normalize(NormalizationForm.FormC), "");
    }

    static string Text(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("font-family:\"([^\"]+)\"")]
    private static partial Regex FontFamily();

    [GeneratedRegex(@"url\(([^)]+)\)")]
    private static partial Regex Address();

    [GeneratedRegex("""<span class="name"><a[^>]*>([^<]+)</a>.*?<span class="value figure">([^<]+)<""", RegexOptions.Singleline)]
    private static partial Regex Ranked();

    [GeneratedRegex("""fill-key.*?</svg>\s*<span>([^<]+)</span>\s*<span class="figure">(\d+)<span""", RegexOptions.Singleline)]
    private static partial Regex LegendClass();
}
