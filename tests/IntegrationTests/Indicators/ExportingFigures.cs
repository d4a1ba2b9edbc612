using System.IO.Compression;
using System.Net;
using System.Text;
using LongAnGis.Web.Indicators.Export;
using MiniExcelLibs;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class ExportingFigures(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<(byte[] Bytes, string Name)> Get(string address)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync(Cancellation), answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    static List<IDictionary<string, object?>> Open(byte[] bytes, string sheet) =>
        [.. new MemoryStream(bytes).Query(useHeaderRow: true, sheetName: sheet, excelType: ExcelType.XLSX).Select(row => (IDictionary<string, object?>)row)];

    [Fact]
    public async Task As_a_workbook_keeps_numbers_numbers_and_names_its_sources()
    {
        var (bytes, name) = await Get("/indicators/population-census.xlsx?lang=vi");

        var benLuc = Open(bytes, "Số liệu").Single(row => row["Mã lãnh thổ"] is "803" && row["Kỳ"] is "2019");
        Assert.Equal(181_660d, benLuc["Giá trị"]);
        Assert.Equal("thực hiện", benLuc["Loại số"]);
        Assert.Contains(Open(bytes, "Nguồn"), row => row["Diễn giải"] is string text && text.StartsWith("https://", StringComparison.Ordinal));
        Assert.Matches("^longan_population-census_[0-9]{4}-[0-9]{2}-[0-9]{2}[.]xlsx$", name);
    }

    [Fact]
    public async Task Of_a_district_holds_every_indicator_that_has_a_figure_there()
    {
        var (bytes, name) = await Get("/regions/796.xlsx?lang=vi");
        var (csv, _) = await Get("/regions/796.csv?lang=vi");

        var rows = Open(bytes, "Số liệu");
        Assert.True(rows.Select(row => row["Mã chỉ tiêu"]).Distinct().Count() > 5);
        Assert.All(rows, row => Assert.Equal("796", row["Mã lãnh thổ"]));
        Assert.Contains(rows, row => row["Giá trị"] is double number && number < 0);
        Assert.StartsWith("longan_796_", name, StringComparison.Ordinal);
        // A negative number is no formula.
        Assert.Contains(",-", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
    }

    [Theory]
    [InlineData("/indicators.xlsx?lang=vi")]
    [InlineData("/indicators.csv?lang=vi")]
    public async Task Of_the_catalogue_has_a_line_for_each_indicator(string address)
    {
        var (bytes, name) = await Get(address);

        Assert.StartsWith("longan_indicators_", name, StringComparison.Ordinal);
        if (name.EndsWith("csv", StringComparison.Ordinal))
            Assert.Contains("\r\npoverty-rate,Tỷ lệ hộ nghèo,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        else
            Assert.Contains(Open(bytes, "Chỉ tiêu"), row => row["Mã chỉ tiêu"] is "poverty-rate" && row["Giá trị"] is double);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-xã")]
    [InlineData("@lệnh")]
    [InlineData("＝1+1")]
    [InlineData("\tkhoảng")]
    public void Never_runs_a_text_that_begins_like_a_formula(string text)
    {
        var table = new ExportTable("T", [new("Tên"), new("Số")], [[text, -1.5m]]);

        var row = Assert.Single(Open(Workbook.Write("T", DateTimeOffset.UnixEpoch, table), "T"));
        var line = Encoding.UTF8.GetString(table.ToCsv()).Split("\r\n")[1];

        Assert.Equal(text.Trim('\t'), row["Tên"]);
        Assert.Equal(-1.5d, row["Số"]);
        Assert.Equal($"\"'{text}\",-1.5", line);
    }

    [Fact]
    public void Keeps_its_headings_in_sight_and_its_columns_wide()
    {
        var book = Workbook.Write("T", DateTimeOffset.UnixEpoch, new ExportTable("T", [new("Tên", 40)], [["=x"]]));
        using var zip = new ZipArchive(new MemoryStream(book));
        using var sheet = new StreamReader(zip.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        var xml = sheet.ReadToEnd();

        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("width=\"40\"", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_scoreboard_has_the_targets_of_the_page_with_numbers_as_numbers()
    {
        using var client = await shared.Client();
        var html = await client.GetStringAsync("/targets", Cancellation);
        var (bytes, name) = await Get("/targets.xlsx?lang=vi");
        var (csv, _) = await Get("/targets.csv?lang=en&verdict=at-risk");

        var rows = Open(bytes, "Mục tiêu");
        var head = rows.Single(row => row["Mã"] is "KT-02");
        Assert.Equal(("có nguy cơ", 107.38d, "2024 (ước)", 118.2d), (head["Kết luận"], head["Thực hiện"], head["Kỳ thực hiện"], head["Cần đến lúc đó"]));
        Assert.Equal((11.2d, "%", 171.47d), (Math.Round((double)head["So cùng kỳ"]!, 1), head["So cùng kỳ tính bằng"], head["Ngoại suy"]));
        // Every target of the page, in its order within the plan.
        var codes = System.Text.RegularExpressions.Regex.Matches(html, "id=\"([A-Z]{2}-[0-9A-Za-z-]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.True(codes.Count > 20);
        Assert.Equal(codes.Order(StringComparer.Ordinal), rows.Select(row => (string)row["Mã"]!).Order(StringComparer.Ordinal));
        var lines = Encoding.UTF8.GetString(csv).TrimEnd().Split("\r\n");
        Assert.True(lines.Length > 1);
        Assert.All(lines.Skip(1), line => Assert.Contains(",at risk,", line, StringComparison.Ordinal));
        Assert.Matches("^longan_targets_[0-9-]{10}[.]xlsx$", name);
    }

    [Theory]
    [InlineData("/targets.csv?verdict=splendid", HttpStatusCode.BadRequest)]
    [InlineData("/targets.xlsx?theme=no-such", HttpStatusCode.BadRequest)]
    public async Task Of_the_scoreboard_refuses_filters_that_are_not_there(string address, HttpStatusCode status)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/indicators/no-such-thing.xlsx")]
    [InlineData("/regions/999.xlsx")]
    [InlineData("/regions/999.csv")]
    public async Task Of_what_is_not_there_answers_404(string address)
    {
        using var client = await shared.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
