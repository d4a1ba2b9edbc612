using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.IntegrationTests.Plans;
using UglyToad.PdfPig;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>
/// What is told of a parcel or a line beside the features there: pending amendments, figures of its units, changes since a day; the
/// same on the page, on paper and for programs.
/// </summary>
[Collection(PlaceSite.Name)]
public sealed partial class TellingAllOfAPlace(PlaceSite own)
{
    const string Zones = "socio-economic-zones";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Amendments Plan => new(own.Site);

    /// <summary>Each test has ground of its own: a parcel of 100 m within a zone of about 1 km.</summary>
    sealed record Ground(double Latitude, double Longitude)
    {
        public string Corners => Text($"{Latitude} {Longitude}\n{Latitude} {Longitude + 0.001}\n{Latitude + 0.001} {Longitude + 0.001}\n{Latitude + 0.001} {Longitude}");

        public string Line => Text($"{Latitude} {Longitude - 0.02}\n{Latitude} {Longitude + 0.02}");

        public string Over => Text(
            $"POLYGON(({Longitude - 0.005} {Latitude - 0.005}, {Longitude + 0.005} {Latitude - 0.005}, {Longitude + 0.005} {Latitude + 0.005}, {Longitude - 0.005} {Latitude + 0.005}, {Longitude - 0.005} {Latitude - 0.005}))");

        static string Text(FormattableString written) => written.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One answer in its three forms.</summary>
    sealed record Answer(string Page, string Paper, JsonDocument Program)
    {
        public JsonElement Place => Program.RootElement.GetProperty("place");

        public string Number => Program.RootElement.GetProperty("number").GetString()!;

        public void AllSay(string text)
        {
            Assert.Contains(text, Page, StringComparison.Ordinal);
            Assert.Contains(OnPaper(text), Paper, StringComparison.Ordinal);
        }

        public void NoneSays(string text)
        {
            Assert.DoesNotContain(text, Page, StringComparison.Ordinal);
            Assert.DoesNotContain(OnPaper(text), Paper, StringComparison.Ordinal);
            Assert.DoesNotContain(text, Program.RootElement.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Tells_the_figures_of_district_and_commune_and_how_a_carried_one_came_there(string language)
    {
        using var client = own.Site.Public();

        var answer = await Read(client, await Ask(client, new Ground(10.884, 106.427).Corners), language);

        var units = answer.Place.GetProperty("units").EnumerateArray().ToList();
        Assert.Contains(units, unit => unit.GetProperty("layer").GetString() == "districts");
        Assert.Contains(units, unit => unit.GetProperty("layer").GetString() == "communes");
        var (text, label) = language.Length > 0 ? ("textEn", "labelEn") : ("text", "label");
        foreach (var figure in units.SelectMany(unit => unit.GetProperty("figures").EnumerateArray()))
        {
            Assert.Contains(Single(figure.GetProperty(text).GetString()!), Single(answer.Page), StringComparison.Ordinal);
            Assert.Contains(OnPaper(figure.GetProperty(text).GetString()!), answer.Paper, StringComparison.Ordinal);
            if (figure.GetProperty(label).GetString() is { } how)
            {
                Assert.Contains(Single(how), Single(answer.Page), StringComparison.Ordinal);
                Assert.Contains(OnPaper(how), answer.Paper, StringComparison.Ordinal);
            }
        }

        // What the crosswalk carried to a commune is no count, and does not look like one.
        var carried = units.Where(unit => unit.GetProperty("layer").GetString() == "communes").SelectMany(unit => unit.GetProperty("figures").EnumerateArray())
            .Where(figure => figure.GetProperty("label").GetString()?.Contains("ước tính quy đổi", StringComparison.Ordinal) is true);
        Assert.All(carried, figure => Assert.StartsWith("≈", figure.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_an_amendment_that_is_open_for_comment_and_nothing_of_one_in_any_other_state()
    {
        using var client = own.Site.Public();
        var ground = new Ground(10.70, 106.32);
        var address = await Ask(client, ground.Corners);
        var before = await client.GetByteArrayAsync(address + ".json", Cancellation);
        var draft = await Plan.Draft(Create(Zones, "PENDING-1", Content("Vùng chưa ai biết", ground.Over)));

        foreach (var state in new[] { "draft", "submitted", "returned", "appraised", "approved", "withdrawn" })
        {
            await Move(draft, state);
            (await Read(client, address)).NoneSays("Vùng chưa ai biết");
            Assert.Equal(before, await client.GetByteArrayAsync(address + ".json", Cancellation));
        }

        await Move(draft, "consultation");
        var open = await Read(client, address);
        var past = await client.Read($"{address}?known-at=r1");
        await Move(draft, "withdrawn");

        open.AllSay("Điều chỉnh thử");
        open.AllSay("Vùng chưa ai biết");
        var told = Assert.Single(open.Place.GetProperty("pending").EnumerateArray());
        Assert.Equal("create", told.GetProperty("changes")[0].GetProperty("operation").GetString());
        Assert.DoesNotContain("Vùng chưa ai biết", past, StringComparison.Ordinal);
        (await Read(client, address)).NoneSays("Vùng chưa ai biết");
        // What was given out meanwhile says what it said.
        Assert.Contains("Vùng chưa ai biết", await client.Read($"/verify/{open.Number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_what_an_open_amendment_would_remove_here_and_not_what_it_does_elsewhere_or_in_an_internal_layer()
    {
        using var client = own.Site.Public();
        var (ground, elsewhere) = (new Ground(10.66, 106.28), new Ground(10.60, 106.20));
        await Plan.Publish(Create(Zones, "PENDING-2", Content("Vùng sẽ bỏ", ground.Over)));
        await Plan.Scalar<object>("""
            INSERT INTO plan.layer (code, plan_scoped, group_code, position, name_vi, name_en, geometry_kind, visibility)
            SELECT 'pending-internal', true, group_code, 1, 'Lớp kín', 'hidden', 'polygon', 'internal' FROM plan.layer LIMIT 1
            RETURNING 1
            """);
        var draft = await Plan.Draft(
            End(await Plan.Find(Zones, "PENDING-2"), new(2025, 1, 1)),
            Create(Zones, "PENDING-3", Content("Vùng nơi khác", elsewhere.Over)),
            Create("pending-internal", "PENDING-4", Content("Vùng kín", ground.Over)));
        var hidden = await Plan.Draft(Create("pending-internal", "PENDING-5", Content("Vùng kín thứ hai", ground.Over)));
        await Move(draft, "consultation");
        await Move(hidden, "consultation");

        var answer = await Read(client, await Ask(client, ground.Corners));
        await Move(draft, "withdrawn");
        await Move(hidden, "withdrawn");

        var told = Assert.Single(answer.Place.GetProperty("pending").EnumerateArray());
        var change = Assert.Single(told.GetProperty("changes").EnumerateArray());
        Assert.Equal(("delete", "Vùng sẽ bỏ"), (change.GetProperty("operation").GetString(), change.GetProperty("name").GetString()));
        Assert.Equal(1, told.GetProperty("changesInAll").GetInt32());
        answer.NoneSays("Vùng nơi khác");
        answer.NoneSays("Vùng kín");
    }

    [Fact]
    public async Task Tells_what_has_changed_since_a_day_in_force_and_in_publications()
    {
        using var client = own.Site.Public();
        var ground = new Ground(10.74, 106.36);
        var revision = await Plan.Publish(Create(Zones, "SINCE-1", Content("Vùng từ tháng ba", ground.Over), from: new(2025, 3, 1)));
        var address = await Ask(client, ground.Corners);

        var (before, after) = (await Read(client, address, query: "?since=2025-02-28"), await Read(client, address, query: "?since=2025-03-01"));
        var unasked = await Read(client, address);

        before.AllSay("Thay đổi từ 28/02/2025");
        Assert.Contains("nay có Vùng từ tháng ba", before.Page, StringComparison.Ordinal);
        Assert.Contains(before.Place.GetProperty("sinceDay").GetProperty("came").EnumerateArray(), one => one.GetProperty("name").GetString() == "Vùng từ tháng ba");
        after.AllSay("như nhau");
        Assert.Empty(after.Place.GetProperty("sinceDay").GetProperty("came").EnumerateArray());
        // It was published after that day, whenever it holds.
        Assert.Contains(after.Place.GetProperty("sinceDay").GetProperty("publications").EnumerateArray(), one => one.GetProperty("revision").GetInt32() == revision);
        after.AllSay("Điều chỉnh thử");
        Assert.Equal(JsonValueKind.Null, unasked.Place.GetProperty("sinceDay").ValueKind);
        Assert.Equal(3, new[] { before.Number, after.Number, unasked.Number }.Distinct().Count());
    }

    [Theory]
    [InlineData("since=hôm qua", "chưa đọc được")]
    [InlineData("since=2025-02-30", "chưa đọc được")]
    [InlineData("since=2025-01-01%27%3B%20DROP%20TABLE%20plan.lookup%3B--", "chưa đọc được")]
    [InlineData("since=2999-01-01", "chưa tới")]
    [InlineData("as-of=2024-01-01&since=2025-01-01", "không muộn hơn")]
    [InlineData("since=0001-01-01", "01/01/1976")]
    public async Task Refuses_a_day_that_nothing_can_be_compared_with(string query, string why)
    {
        using var client = own.Site.Public();
        var parcel = await Ask(client, new Ground(10.884, 106.427).Corners);
        var line = await Ask(client, new Ground(10.884, 106.427).Line, ("kind", "line"));

        foreach (var address in new[] { parcel, parcel + ".json", parcel + ".pdf", line, line + ".json", line + ".pdf" })
        {
            using var answer = await client.GetAsync($"{address}?{query}", Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} answers {answer.StatusCode}");
            Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Gives_a_planned_road_an_extract_that_says_what_its_page_says_and_is_verified_like_a_parcels(string language)
    {
        using var client = own.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var ground = new Ground(10.80, language.Length > 0 ? 106.40 : 106.34);
        var address = await Ask(client, ground.Line, ("kind", "line"));

        var answer = await Read(client, address, language);
        var file = await client.GetByteArrayAsync($"{language}{address}.pdf", Cancellation);
        var intact = await Verify(client, file);
        file[file.Length / 2] ^= 1;
        var broken = await Verify(client, file);

        var root = answer.Program.RootElement;
        var names = root.GetProperty("layers").EnumerateArray().SelectMany(layer => layer.GetProperty("features").EnumerateArray())
            .Concat(root.GetProperty("crossed").EnumerateArray()).Concat(root.GetProperty("met").EnumerateArray()).Concat(root.GetProperty("nearest").EnumerateArray())
            .Select(one => one.GetProperty("name").GetString()!).Distinct().ToList();
        // A number in the narrow column may be set on two lines, with the title between them.
        foreach (var word in root.GetProperty("legalBasis").EnumerateArray().SelectMany(one => one.GetProperty("number").GetString()!.Split(' ')))
            answer.AllSay(word);
        Assert.True(names.Count > 5, $"{names.Count} names");
        Assert.All(names, answer.AllSay);
        answer.AllSay("Km 0+000");
        Assert.Contains(Bare(answer.Number), answer.Paper, StringComparison.Ordinal);
        Assert.Contains("Tệp PDF còn nguyên vẹn", intact.Words, StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains(name, intact.Words, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.Status);

        await Plan.Publish(Create(Zones, $"LINE{language.Length}", Content("Vùng mới qua tuyến", ground.Over)));
        Assert.Contains("nay có Vùng mới qua tuyến", PageReading.Words(await client.Read($"/verify/{answer.Number}")), StringComparison.Ordinal);
        Assert.NotEqual(answer.Number, (await Read(client, address)).Number);
    }

    [Theory]
    [InlineData("10.884 106.4275")]
    [InlineData("10°53′02,4″B 106°25′39″Đ")]
    [InlineData("X 1203700 Y 573880")]
    [InlineData("w3gtvv65ukxu")]
    public async Task Answers_a_point_in_any_notation_with_units_distances_and_an_extract(string typed)
    {
        using var client = own.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var asked = await Office.Post(client, "/lookup", ("kind", "point"), ("corners", typed));
        Assert.True(asked.Status == HttpStatusCode.SeeOther, asked.Words);

        var answer = await Read(client, asked.Location!);
        var intact = await Verify(client, await client.GetByteArrayAsync(asked.Location + ".pdf", Cancellation));

        var root = answer.Program.RootElement;
        Assert.Equal(10.88, root.GetProperty("latitude").GetDouble(), 0.2);
        var names = root.GetProperty("units").EnumerateArray().Concat(root.GetProperty("met").EnumerateArray()).Concat(root.GetProperty("nearest").EnumerateArray())
            .Select(one => one.GetProperty("name").GetString()!).Distinct().ToList();
        Assert.True(names.Count > 4, $"{names.Count} names");
        Assert.All(names, answer.AllSay);
        Assert.All(names, name => Assert.Contains(name, intact.Words, StringComparison.Ordinal));
        Assert.Contains("Tệp PDF còn nguyên vẹn", intact.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Hãy nhập tọa độ")]
    [InlineData("ủy ban xã", "Chưa đọc được tọa độ")]
    [InlineData("21.03 105.85", "nằm ngoài tỉnh")]
    [InlineData("9.0 109.8", "nằm ngoài tỉnh")]
    [InlineData("10.775 106.70", "nằm ngoài tỉnh")]
    public async Task Is_told_why_a_text_is_no_point_of_the_province(string typed, string why)
    {
        using var client = own.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var answer = await Office.Post(client, "/lookup", ("kind", "point"), ("corners", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Words, StringComparison.Ordinal);
    }

    Task<int> Move(Guid changeSet, string state) =>
        Plan.Scalar<int>($"UPDATE plan.change_set SET state = '{state}' WHERE id = '{changeSet}' RETURNING 1");

    static async Task<FormAnswer> Verify(HttpClient client, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "extract.pdf" } };
        using var answer = await client.PostAsync("/verify", form, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    static async Task<string> Ask(HttpClient client, string corners, params (string, string?)[] more)
    {
        var answer = await Office.Post(client, "/lookup", [("corners", corners), ("frame", "4326"), ("order", "north-first"), .. more]);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status}: {answer.Words}");
        return answer.Location!;
    }

    static async Task<Answer> Read(HttpClient client, string address, string language = "", string query = "") => new(
        PageReading.Words(await client.Read($"{language}{address}{query}")),
        Paper(await client.GetByteArrayAsync($"{language}{address}.pdf{query}", Cancellation)),
        JsonDocument.Parse(await client.GetByteArrayAsync($"{address}.json{query}", Cancellation)));

    // Lines break between words, so that paper is read without its spaces.
    static string Paper(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Bare(string.Concat(document.GetPages().Select(page => page.Text)));
    }

    // The typeface of the paper has no ≈.
    static string OnPaper(string text) => Bare(text).Replace('≈', '~');

    static string Bare(string text) => Spaces().Replace(text.Normalize(), "");

    // A space that does not break is a space to whoever reads.
    static string Single(string text) => Spaces().Replace(text.Normalize(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
