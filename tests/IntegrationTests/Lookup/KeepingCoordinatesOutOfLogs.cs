using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LongAnGis.Core.Coordinates;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.Web.Database;
using LongAnGis.Web.Lookup.Batches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Where somebody's land is stays between them and the answer: no line of the log tells it, however much is logged.</summary>
[Collection(PlaceSite.Name)]
public sealed class KeepingCoordinatesOutOfLogs(PlaceSite own)
{
    /// <summary>Numbers that nothing else in the service writes.</summary>
    static readonly (double Northing, double Easting)[] Corners = [(1203711.317, 573811.719), (1203761.317, 573951.719), (1203641.317, 573999.719)];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Table => string.Join('\n', Corners.Select(corner => Line(corner.Northing, corner.Easting)));

    [Fact]
    public async Task Tells_no_coordinate_of_any_lookup_that_was_answered_or_refused()
    {
        using var client = own.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var before = own.Log.All.Count;

        await AskEverything(client);

        var lines = own.Log.All.Skip(before).ToList();
        Assert.True(lines.Count > 100, $"Only {lines.Count} lines were logged.");
        Assert.Contains(lines, line => line.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => Tells(line));
    }

    [Fact]
    public void Would_notice_a_line_that_tells_one()
    {
        var log = own.Site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("LongAnGis.Test");
        var before = own.Log.All.Count;

        log.LogDebug("A parcel with the corner {Northing}", Corners[0].Northing);

        Assert.Single(own.Log.All.Skip(before), line => Tells(line));
    }

    /// <summary>The server of the database writes a log of its own, with slow statements in it.</summary>
    [Theory]
    [InlineData("log_parameter_max_length", "0")]
    [InlineData("log_parameter_max_length_on_error", "0")]
    [InlineData("log_error_verbosity", "terse")]
    public async Task Has_the_database_log_no_values_of_statements_and_no_rows(string setting, string value)
    {
        await using var command = own.Site.Services.GetRequiredService<PlanDatabase>().CreateCommand($"SHOW {setting}");

        Assert.Equal(value, await command.ExecuteScalarAsync(Cancellation));
    }

    static async Task AskEverything(HttpClient client)
    {
        var parcel = (await Office.Post(client, "/lookup", ("corners", Table))).Location!;
        var line = (await Office.Post(client, "/lookup", ("kind", "line"), ("corners", Table))).Location!;
        var point = (await Office.Post(client, "/lookup", ("kind", "point"), ("corners", $"X {Corners[0].Northing:0.000} Y {Corners[0].Easting:0.000}"))).Location!;
        foreach (var address in new[] { parcel, line, point })
        {
            foreach (var form in new[] { "", ".json", ".geojson", ".pdf", "?since=2025-01-01" })
            {
                using var answer = await client.GetAsync(address + form, Cancellation);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }

        var (latitude, longitude) = (Degrees[0].Latitude, Degrees[0].Longitude);
        foreach (var address in new[] { $"/at?lat={latitude}&lon={longitude}&z=15", $"/search?q={latitude}%20{longitude}", $"/search/suggest?q={latitude}%20{longitude}", $"/at?lat={latitude}&lon={longitude}1e999" })
        {
            using var answer = await client.GetAsync(address, Cancellation);
            Assert.True((int)answer.StatusCode < 500, $"{address} answers {answer.StatusCode}");
        }

        await Refused(client, "corners", Table + "\n1203711.317");
        await Refused(client, "corners", string.Join('\n', Corners.Select(corner => Line(corner.Northing + 9_000_000, corner.Easting))));
        await Refused(client, "corners", $"1203711.317 573811.719\n1203761.317 573951.719\n1203641.317 573999.719\n1203700 573990\n1203780 573820");
        await Refused(client, "frame", "1203711.317");
        await Refused(client, "kind", "1203711.317");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(client, "/lookup", ("kind", "point"), ("corners", "1203711.317"))).Status);
        await File(client, "/lookup", Encoding.UTF8.GetBytes(Table), HttpStatusCode.SeeOther);
        await File(client, "/lookup", Encoding.UTF8.GetBytes($$"""{"type":"Point","coordinates":[{{longitude}},{{latitude}}]}"""), HttpStatusCode.UnprocessableEntity);
        await File(client, "/lookup", Encoding.UTF8.GetBytes($$"""{"type":"Polygon","coordinates":[[[{{longitude}},{{latitude}}],["""), HttpStatusCode.UnprocessableEntity);
        await Batch(client);
        await Office.Post(client, "/convert", ("points", Table));
    }

    static async Task Batch(HttpClient client)
    {
        var address = await File(client, LookupBatch.Root, Encoding.UTF8.GetBytes("STT;X;Y\n" + string.Join('\n', Corners.Select((corner, at) => $"{at};{Line(corner.Northing, corner.Easting).Replace(' ', ';')}"))), HttpStatusCode.SeeOther, ("frame", "9210"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!(await Office.Get(client, address!)).Words.Contains("Đã tra cứu xong", StringComparison.Ordinal))
            await Task.Delay(200, patience.Token);
        using var result = await client.GetAsync(address + ".csv", Cancellation);
        Assert.Equal(HttpStatusCode.OK, result.StatusCode);
    }

    static async Task Refused(HttpClient client, string field, string value)
    {
        var fields = new (string, string?)[] { ("corners", Table) }.Where(one => one.Item1 != field).Append((field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(client, "/lookup", [.. fields])).Status);
    }

    static async Task<string?> File(HttpClient client, string address, byte[] file, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", "parcel");
        using var answer = await client.PostAsync(address, form, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        return answer.Headers.Location?.ToString();
    }

    /// <summary>The corners in degrees, to a metre: as finely as would tell the parcel.</summary>
    static readonly (string Latitude, string Longitude)[] Degrees =
    [
        .. Corners.Select(corner => Vn2000Zone.LongAn.ToWgs84(new(corner.Northing, corner.Easting))).Select(place => (
            Cut(place.Latitude), Cut(place.Longitude))),
    ];

    // Cut and not rounded: whatever writes more digits begins with these.
    static string Cut(double degrees) => (Math.Floor(degrees * 1e5) / 1e5).ToString("0.00000", CultureInfo.InvariantCulture);

    static readonly string[] Needles =
    [
        .. Corners.SelectMany(corner => new[] { corner.Northing, corner.Easting }).Select(metres => ((int)metres).ToString(CultureInfo.InvariantCulture)),
        .. Corners.SelectMany(corner => new[] { corner.Northing, corner.Easting }).Select(metres => ((int)metres).ToString("#,0", CultureInfo.GetCultureInfo("vi-VN"))),
        .. Degrees.SelectMany(corner => new[] { corner.Latitude, corner.Longitude }),
        .. Degrees.SelectMany(corner => new[] { corner.Latitude, corner.Longitude }).Select(text => text.Replace('.', ',')),
    ];

    static bool Tells(string line) => Needles.Any(needle => line.Contains(needle, StringComparison.Ordinal));

    static string Line(double northing, double easting) => string.Create(CultureInfo.InvariantCulture, $"{northing:0.000} {easting:0.000}");
}
