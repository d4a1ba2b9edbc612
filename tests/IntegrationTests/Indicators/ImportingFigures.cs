using System.Net;
using System.Text;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using MiniExcelLibs;

namespace LongAnGis.IntegrationTests.Indicators;

public sealed class ImportingFigures : IAsyncLifetime
{
    const string Wide = "Mã,Đơn vị,2023,2024\n803,H. Bến Lức,44100,44500\n804,thu thua,26100,26350\n";

    TestSite site = null!;
    StatisticsOffice office = null!;
    HttpClient officer = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.OnItsOwnDatabase();
        office = new(site);
        officer = await office.Officer();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    Task<FormAnswer> Csv(string text, params (string, string)[] fields) => StatisticsOffice.Upload(
        officer, "a.csv", Encoding.UTF8.GetBytes(text), [("indicator", "households"), .. fields]);

    Task<FormAnswer> Xlsx(byte[] bytes, params (string, string)[] fields) =>
        StatisticsOffice.Upload(officer, "a.xlsx", bytes, [("indicator", "households"), .. fields]);

    async Task Refuses(FormAnswer answer, string words)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Equal(0, await office.Drafts());
    }

    [Fact]
    public async Task From_a_wide_CSV_says_how_areas_were_recognised_and_records_all_at_once()
    {
        var answer = await Csv(Wide);
        var preview = await Office.Get(officer, answer.Location!);
        await StatisticsOffice.Save(officer, answer);

        Assert.Contains("4 số mới", preview.Words, StringComparison.Ordinal);
        Assert.Contains("2 ô theo mã, 1 theo tên, 1 theo tên không dấu", preview.Words, StringComparison.Ordinal);
        Assert.Equal(26_350, await office.Figures.Value("households", "804", 2024));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task From_any_encoding_of_Unicode_with_its_mark(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);

        var answer = await Xlsx([.. coding.Preamble, .. coding.GetBytes("Đơn vị;2024\r\nHuyện Bến Lức;44.500\r\n")]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    [Fact]
    public async Task Asks_for_the_encoding_that_no_byte_tells()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes("Đơn vi\u0323;2024\r\nĐư\u0301c Huê\u0323;21.500\r\n");

        await Refuses(await Xlsx(windows), "không phải UTF-8 hay UTF-16");
        Assert.Equal(HttpStatusCode.SeeOther, (await Xlsx(windows, ("encoding", "windows-1258"))).Status);
    }

    [Fact]
    public async Task From_a_workbook_of_another_library()
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(new[]
        {
            new Dictionary<string, object> { ["Chỉ tiêu"] = "Số hộ", ["Đơn vị"] = "TX Kiến Tường", ["Kỳ"] = "2024", ["Giá trị"] = 12_345 },
            new Dictionary<string, object> { ["Chỉ tiêu"] = "Tỷ lệ hộ nghèo", ["Đơn vị"] = "TP. Tân An", ["Kỳ"] = "2024", ["Giá trị"] = 1.55 },
        }, cancellationToken: Cancellation);

        await StatisticsOffice.Save(officer, await StatisticsOffice.Upload(officer, "a.xlsx", file.ToArray()));

        Assert.Equal(12_345, await office.Figures.Value("households", "795", 2024));
        Assert.Equal(1.55m, await office.Figures.Value("poverty-rate", "794", 2024));
    }

    [Fact]
    public async Task Of_a_workbook_takes_real_numbers_shared_formats_and_headings_of_two_rows()
    {
        var book = Book.Of(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>2024</t></is></c></row>
            <row r="2"><c r="B2" t="inlineStr"><is><t>KH</t></is></c><c r="C2" t="inlineStr"><is><t>TH</t></is></c></row>
            <row r="3"><c r="A3"><v>803</v></c><c r="B3"><v>44000</v></c><c r="C3"><v>44100</v></c></row>
            """,
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>");

        await StatisticsOffice.Save(officer, await Xlsx(book));

        Assert.Equal(44_100, await office.Figures.Value("households", "803", 2024));
        Assert.Equal(44_000, await office.Figures.Scalar<decimal>(
            "SELECT value FROM plan.observation WHERE indicator_code = 'households' AND region_code = '803' AND is_plan AND edition_to IS NULL"));
    }

    [Fact]
    public async Task Of_a_template_with_one_cell_changed_changes_that_cell_alone()
    {
        await office.Figures.Record("households", "803", 2023, 44_000);
        await office.Figures.Record("households", "804", 2023, 26_000);
        var template = Encoding.UTF8.GetString(await officer.GetByteArrayAsync("/figures/template.csv?indicator=households&from=2023&to=2023", Cancellation));

        var answer = await Csv(template.Replace("44000", "44001", StringComparison.Ordinal));

        Assert.Contains("0 số mới, 1 số sửa", (await Office.Get(officer, answer.Location!)).Words, StringComparison.Ordinal);
    }
}
