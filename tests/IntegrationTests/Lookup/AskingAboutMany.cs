using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators.Entry.Files;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Lookup.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody asks about hundreds of parcels or points in one file.</summary>
public sealed class AskingAboutMany(SharedSite shared)
{
    /// <summary>A parcel of four corners whose code stands once, a point, a parcel of two corners, a place elsewhere, a row without coordinates.</summary>
    const string Table =
        "STT;Thửa;X;Y;Chủ\n1;T-1;1203700;573800;Lan\n2;;1203760;573950;\n3;;1203640;573998;\n4;;1203580;573848;\n5;P-1;1203700,5;573800;=1+1\n6;T-2;1203700;573800;\n7;T-2;1203760;573950;\n8;T-3;1855759;546151;\nGhi chú;;;;không có";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_the_same_rows_back_with_answers_or_the_reason_why_there_is_none()
    {
        using var client = Browser(await shared.Get());
        var address = await Send(client, Encoding.UTF8.GetBytes(Table), ("frame", "9210"));
        await Answered(client, address);

        using var parser = new CsvHelper.CsvParser(new StringReader(await client.GetStringAsync(address + ".csv", Cancellation)), System.Globalization.CultureInfo.InvariantCulture);
        List<List<string>> rows = [];
        while (await parser.ReadAsync())
            rows.Add([.. parser.Record!]);

        Assert.Equal(["STT", "Thửa", "X", "Y", "Chủ", "Trạng thái"], rows[0].Take(6).Select(cell => cell.TrimStart('\uFEFF')));
        Assert.Equal(10, rows.Count);
        var (state, area, units) = (rows[0].IndexOf("Trạng thái"), rows[0].IndexOf("Diện tích (m²)"), rows[0].IndexOf("Đơn vị hành chính"));
        Assert.All(rows[1..5], row => Assert.Equal(("đã trả lời", "20880"), (row[state], row[area])));
        Assert.All(rows[1..6], row => Assert.Contains("Mỹ Hạnh", row[units], StringComparison.Ordinal));
        Assert.Equal("", rows[5][area]);
        Assert.Contains("chỉ có hai đỉnh", rows[6][state], StringComparison.Ordinal);
        Assert.Contains("nằm ngoài tỉnh", rows[8][state], StringComparison.Ordinal);
        Assert.Equal("không có tọa độ", rows[9][state]);
        // What a spreadsheet would run stays a text.
        Assert.Equal("'=1+1", rows[5][4]);
    }

    [Fact]
    public async Task Gives_a_workbook_and_a_GeoPackage_that_say_the_same()
    {
        using var client = Browser(await shared.Get());
        var workbook = Workbook.Write("Thửa", DateTimeOffset.UnixEpoch, new ExportTable(
            "Thửa", [new("lat"), new("lon")], [[10.88m, 106.43m], [10.70m, 106.30m]]));
        var address = await Send(client, workbook);
        await Answered(client, address);

        var sheet = UploadedTable.Read(await client.GetByteArrayAsync(address + ".xlsx", Cancellation), "").Cells.Rows;
        var package = await client.GetByteArrayAsync(address + ".gpkg", Cancellation);
        var again = await Send(client, package);
        await Answered(client, again);

        Assert.Equal(3, sheet.Count);
        Assert.Equal("10.88", sheet[1][0].Text);
        Assert.Equal("đã trả lời", sheet[2][2].Text);
        // The file that it gave is one that it takes: points on WGS 84, and all columns that it had.
        var words = PageReading.Words(await client.Read(again));
        Assert.Contains("Đã trả lời 2", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_and_goes_on_where_it_stopped_and_survives_the_death_of_a_service()
    {
        using var site = await TestSite.OnItsOwnDatabase();
        using var client = Browser(site);
        var database = site.Services.GetRequiredService<PlanDatabase>();
        var table = new StringBuilder("X,Y\n");
        for (var at = 0; at < 60; at++)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1203700 + at},{573800}\n");
        var address = await Send(client, Encoding.UTF8.GetBytes(table.ToString()), ("frame", "9210"));
        await Office.Post(client, address + "/stop");
        var id = Guid.Parse(address[^36..]);
        await LetGo(database, id);
        // Whatever was answered before the stop is forgotten, as if the service had died with the first turn.
        await Run(database, $"UPDATE plan.lookup_batch_subject SET answer = NULL WHERE batch_id = '{id}' AND position >= 20");
        await Run(database, $"UPDATE plan.lookup_batch_subject SET answer = '{{\"kept\": true}}', fault_vi = NULL WHERE batch_id = '{id}' AND position < 20");
        await Run(database, $"UPDATE plan.lookup_batch SET held_until = now() - interval '1 minute', finished_at = NULL WHERE id = '{id}'");

        var stopped = PageReading.Words(await client.Read(address));
        await Office.Post(client, address + "/resume");
        await Answered(client, address);

        Assert.Contains("Đã dừng", stopped, StringComparison.Ordinal);
        Assert.Contains("Đã trả lời 20", stopped, StringComparison.Ordinal);
        Assert.Contains("Đã trả lời 60", PageReading.Words(await client.Read(address)), StringComparison.Ordinal);
        await using var command = database.CreateCommand($"SELECT count(*) FROM plan.lookup_batch_subject WHERE batch_id = '{id}' AND answer ? 'kept'");
        Assert.Equal(20L, await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task Is_nobody_elses_and_is_gone_when_it_is_removed_or_has_expired()
    {
        var site = await shared.Get();
        using var client = Browser(site);
        var address = await Send(client, "X,Y\n1203700,573800\n"u8.ToArray(), ("frame", "9210"));
        var expired = await Send(client, "X,Y\n1203700,573800\n"u8.ToArray(), ("frame", "9210"));
        await Answered(client, address);

        foreach (var form in new[] { "", ".csv", ".xlsx", ".gpkg" })
        {
            using var answer = await client.GetAsync(address + form, Cancellation);
            Assert.True(answer.Headers.CacheControl!.NoStore, form);
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            using var other = await client.GetAsync($"/lookup/batch/{Guid.NewGuid()}{form}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }

        await Office.Post(client, address + "/remove");
        var database = site.Services.GetRequiredService<PlanDatabase>();
        await Run(database, $"UPDATE plan.lookup_batch SET expires_at = now() - interval '1 second' WHERE id = '{expired[^36..]}'");
        await site.Services.GetRequiredService<BatchRegister>().RemoveExpired(Cancellation);

        foreach (var one in new[] { address, expired })
        {
            using var gone = await client.GetAsync(one, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            await using var rows = database.CreateCommand($"SELECT count(*) FROM plan.lookup_batch_row WHERE batch_id = '{one[^36..]}'");
            Assert.Equal(0L, await rows.ExecuteScalarAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("", "Hãy chọn tệp")]
    [InlineData("a,b\n1,2\n", "Không thấy dòng tiêu đề")]
    [InlineData("X,Y\n,\n", "không có dòng nào có tọa độ")]
    [InlineData("many", "mỗi lần nhiều nhất 2000")]
    public async Task Is_told_what_is_wrong_with_a_file(string table, string why)
    {
        using var client = Browser(await shared.Get());
        var text = table == "many" ? "X,Y\n" + string.Concat(Enumerable.Repeat("1203700,573800\n", 2_001)) : table;

        var answer = await Post(client, Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Words, StringComparison.Ordinal);
    }

    static HttpClient Browser(TestSite site)
    {
        var client = site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    static async Task Run(PlanDatabase database, string statement)
    {
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Waits until the turn that was under way when the batch was stopped has written all its answers.</summary>
    static async Task LetGo(PlanDatabase database, Guid id)
    {
        await using var held = database.CreateCommand($"SELECT held_until > now() FROM plan.lookup_batch WHERE id = '{id}'");
        while (await held.ExecuteScalarAsync(Cancellation) is true)
            await Task.Delay(100, Cancellation);
    }

    /// <summary>Waits until the service has answered all; three minutes are more than it ever takes.</summary>
    static async Task Answered(HttpClient client, string address)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!PageReading.Words(await client.Read(address)).Contains("Đã tra cứu xong", StringComparison.Ordinal))
            await Task.Delay(200, patience.Token);
    }

    static async Task<string> Send(HttpClient client, byte[] file, params (string Name, string Value)[] fields)
    {
        var answer = await Post(client, file, fields);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status}: {answer.Words}");
        return answer.Location!;
    }

    static async Task<FormAnswer> Post(HttpClient client, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", "parcels");
        using var answer = await client.PostAsync("/lookup/batch", form, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
