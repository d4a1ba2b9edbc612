using System.Net;
using System.Text;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Files of which nothing is kept; so all of them are sent to one site.</summary>
public sealed class RefusingAFile(ClassSite shared) : IClassFixture<ClassSite>, IAsyncLifetime
{
    StatisticsOffice office = null!;
    HttpClient officer = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = new(shared.Site);
        officer = await office.Officer();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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

    const string Head = """<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1"><v>2024</v></c><c r="C1"><v>2023</v></c></row>""";

    [Fact]
    public async Task Names_every_trouble_by_its_cell_and_writes_nothing()
    {
        var edition = await office.Edition();

        var answer = await Csv("Mã,Đơn vị,2023,2024\n803,Bến Lức,=1+1,1e3\n804,Tân Trụ,1,2\n999,Đâu đó,3,4\n803,Bến Lức,5,6\n806,,7,8\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var words in new[] { "Ô C2: là công thức", "Ô D2: “1e3” không phải là số", "Ô B3: mã là của Thủ Thừa, tên là của Tân Trụ", "Ô A4: không có đơn vị hành chính “999”" })
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Equal((edition, 0), (await office.Edition(), await office.Drafts()));
    }

    [Fact]
    public async Task Of_units_that_have_ended_is_refused_with_their_day() =>
        await Refuses(await Csv("Mã,Đơn vị,2026\n803,Bến Lức,1\n"), "Ô A2: Bến Lức không còn từ ngày 01/07/2025");

    [Fact]
    public async Task Of_a_million_rows_is_refused_at_once()
    {
        var text = new StringBuilder("Mã,2024\n");
        for (var row = 0; row < 1_000_000; row++)
            text.Append("803,1\n");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await Refuses(await Csv(text.ToString()), "hơn 5000 dòng");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Of_a_million_rows_in_a_workbook_is_refused_at_once()
    {
        var row = new StringBuilder();
        for (var number = 1; number <= 1_048_577; number++)
            row.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{number}\"><c><v>1</v></c></row>");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await Refuses(await Xlsx(Book.Of(row.ToString())), "hơn 5000 dòng");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><f>SUM(1,2)</f><v>3</v></c></row>""", "", "Ô B2: là công thức")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><f>[1]Sheet1!A1</f><v>3</v></c></row>""", "", "Ô B2: là công thức")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><f t="array" ref="B2:C2">X</f><v>3</v></c><c r="C2"><v>4</v></c></row>""", "", "Ô C2: là công thức")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row>""", "<mergeCells><mergeCell ref=\"B2:C2\"/></mergeCells>", "Ô B2: B2:C2 là ô gộp")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2" t="e"><v>#DIV/0!</v></c></row>""", "", "Ô B2: “#DIV/0!” không phải là số")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><v>NaN</v></c></row>""", "", "Ô B2: “NaN” không phải là số")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><v>1e300</v></c></row>""", "", "Ô B2: “1E+300” không phải là số")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="XFD2"><v>1</v></c></row>""", "", "Ô XFD2: bảng có hơn 400 cột")]
    [InlineData("""<row r="1048577"><c r="A1048577"><v>803</v></c></row>""", "", "hơn 5000 dòng")]
    [InlineData("""<row r="2"><c r="A2" t="s"><v>99</v></c></row>""", "", "Tệp XLSX bị hỏng")]
    [InlineData("""<row r="2"><c r="A2"><v>803</v></c><c r="B2"><v>1</v></row>""", "", "Tệp XLSX bị hỏng")]
    [InlineData("""<row r="3"><c r="A3"><v>803</v></c></row><row r="2"><c r="A2"><v>803</v></c></row>""", "", "Tệp XLSX bị hỏng")]
    public async Task Refuses_what_a_sheet_must_not_hold(string rows, string after, string words) =>
        await Refuses(await Xlsx(Book.Of(Head + rows, after)), words);

    [Fact]
    public async Task Names_a_cell_that_is_longer_than_a_spreadsheet_holds() => await Refuses(
        await Xlsx(Book.Of(Head + $"""<row r="2"><c r="A2"><v>803</v></c><c r="B2" t="inlineStr"><is><t>{new string('9', 32_768)}</t></is></c></row>""")),
        "Ô B2: “999");

    [Fact]
    public async Task Reads_no_entity_and_asks_no_other_machine()
    {
        const string Xxe = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

        await Refuses(await Xlsx(Book.Of(Head, before: Xxe)), "DOCTYPE hoặc ENTITY");
    }

    [Fact]
    public async Task Refuses_macros_whatever_the_file_is_called() =>
        await Refuses(await Xlsx(Book.Of(Head, other: zip => Book.Add(zip, "xl/vbaProject.bin", "x"))), "có macro (.xlsm)");

    [Theory]
    [InlineData("../../etc/cron.d/x")]
    [InlineData("/absolute")]
    [InlineData("xl\\worksheets\\x.xml")]
    [InlineData("xl/workbook.xml")]
    public async Task Refuses_parts_with_dangerous_or_repeated_names(string name) =>
        await Refuses(await Xlsx(Book.Of(Head, other: zip => Book.Add(zip, name, "x"))), "tên nguy hiểm hoặc trùng tên");

    [Fact]
    public async Task Refuses_too_many_parts() => await Refuses(
        await Xlsx(Book.Of(Head, other: zip => Enumerable.Range(0, 201).ToList().ForEach(number => Book.Add(zip, $"x/{number}.txt", "")))), "hơn 200 phần");

    [Fact]
    public async Task Refuses_a_bomb_before_it_is_unpacked()
    {
        var bomb = Book.Of(Head, other: zip => Book.Add(zip, "xl/media/a.bin", new string('\0', 60 << 20)));

        await Refuses(await Xlsx(bomb), "phình quá");
    }

    [Fact]
    public async Task Counts_the_bytes_that_come_whatever_the_archive_says_of_them()
    {
        var book = Book.Of(Head, other: zip => Book.Add(zip, "xl/media/a.bin", new string('a', 5_000_000)));
        // The declared size of the part, in the central directory: 5,000,000 becomes 5.
        var size = BitConverter.GetBytes(5_000_000);
        for (var at = book.AsSpan().IndexOf(size); at >= 0; at = book.AsSpan().IndexOf(size))
            BitConverter.GetBytes(5).CopyTo(book, at);

        var answer = await Xlsx(book);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(0, await office.Drafts());
    }

    [Fact]
    public async Task Refuses_a_protected_workbook_with_what_to_do()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

        await Refuses(await Xlsx([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]), "đặt mật khẩu");
        await Refuses(await Xlsx(compound), ".xls kiểu cũ");
    }

    [Theory]
    [InlineData("", "Tệp trống")]
    [InlineData("<html><table><tr><td>803</td></tr></table></html>", "Không nhận ra loại tệp")]
    [InlineData("PK\u0003\u0004 not an archive", "Tệp XLSX bị hỏng")]
    [InlineData("Mã,Tên\n803,Bến Lức\n", "Không tìm thấy dòng tiêu đề")]
    public async Task Refuses_what_is_no_table(string text, string words)
    {
        var answer = await Csv(text);

        Assert.Contains(text.Length == 0 ? "Chọn một tệp" : words, answer.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Refuses_a_file_beyond_the_bound_of_bytes()
    {
        var answer = await Xlsx(new byte[(10 << 20) + (1 << 17)]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task Is_refused_to_an_officer_of_another_district()
    {
        var district = await office.Officer("806");

        var answer = await StatisticsOffice.Upload(district, "a.csv", "Mã,2023\n803,44100\n"u8.ToArray(), ("indicator", "households"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Ô B2: số liệu của Huyện Bến Lức không thuộc phần việc", answer.Words, StringComparison.Ordinal);
        Assert.Equal(0, await office.Drafts());
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Of_an_unchanged_template_says_nothing_new(string kind)
    {
        foreach (var scope in new[]
        {
            "indicator=poverty-rate&from=2015&to=2025", "indicator=built-up-share-satellite&from=2005&to=2018", "indicator=area-natural&from=2010&to=2025",
            "indicator=net-migration-rate&from=2009&to=2019", "indicator=population-census&from=2009&to=2019&regions=districts",
            "indicator=exports&from=2020&to=2025&status=plan", "region=80-to-2025&from=2015&to=2025", "region=803&from=2009&to=2025", "region=27694&from=2025&to=2026",
        })
        {
            var template = await officer.GetByteArrayAsync($"/figures/template.{kind}?{scope}", Cancellation);

            var answer = await StatisticsOffice.Upload(officer, $"a.{kind}", template);

            Assert.True(answer.Words.Contains("Tệp không có gì khác với số liệu đang có", StringComparison.Ordinal), $"{scope}: {answer.Status}: {answer.Words}");
        }
    }
}
