using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Pages;
using LongAnGis.IntegrationTests.Plans;
using UglyToad.PdfPig;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody holds an extract and wants to know whether it is genuine and still holds.</summary>
public sealed partial class VerifyingAnExtract(VerifyingAnExtract.OwnSite own) : IClassFixture<VerifyingAnExtract.OwnSite>
{
    const string Parcel = "1197000 570000\n1200000 570000\n1200000 574000\n1197000 574000";

    /// <summary>A place of this class's own, over which it publishes.</summary>
    const string Elsewhere = "1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848";

    const string OverElsewhere = "POLYGON((106.42 10.88, 106.435 10.88, 106.435 10.89, 106.42 10.89, 106.42 10.88))";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Finds_the_same_figures_and_names_on_the_page_on_paper_and_in_JSON(string language)
    {
        using var client = own.Site.Public();
        var address = await Ask(client, Parcel);
        var page = PageReading.Words(await client.Read(language + address));
        using var json = JsonDocument.Parse(await client.GetByteArrayAsync(address + ".json", Cancellation));

        var paper = Text(await client.GetByteArrayAsync($"{language}{address}.pdf", Cancellation));

        var names = Names(json.RootElement).ToList();
        Assert.True(names.Count > 8, $"{names.Count} names");
        Assert.All(names, name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains(Bare(name), paper, StringComparison.Ordinal));
        var culture = System.Globalization.CultureInfo.GetCultureInfo(language.Length > 0 ? "en-US" : "vi-VN");
        foreach (var area in Areas(json.RootElement))
        {
            Assert.Contains(area.ToString("#,0.0", culture), page, StringComparison.Ordinal);
            Assert.Contains(area.ToString("#,0.0", culture), paper, StringComparison.Ordinal);
        }

        Assert.Contains(json.RootElement.GetProperty("number").GetString()!, paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_number_off_paper_and_gets_the_content_and_unchanged()
    {
        using var client = Browser();
        var number = await Number(client, await Ask(client, Parcel));

        var found = await Office.Post(client, "/verify", ("number", number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        var words = PageReading.Words(await client.Read(found.Location!));

        Assert.Equal($"/verify/{number}", found.Location);
        Assert.Contains("12.000.000,0 m²", words, StringComparison.Ordinal);
        Assert.Contains("Không có gì thay đổi trên thửa đất này kể từ ngày", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_the_list_of_changes_once_something_was_published_there_and_the_old_content_beside_it()
    {
        using var client = Browser();
        var address = await Ask(client, Elsewhere);
        var number = await Number(client, address);
        var before = await client.GetStringAsync($"/verify/{number}.jws", Cancellation);

        await new Amendments(own.Site).Publish(Create("socio-economic-zones", "SEAL", Content("Vùng mới sau bản trích", OverElsewhere)));
        var words = PageReading.Words(await client.Read($"/verify/{number}"));

        Assert.Contains("nay có Vùng mới sau bản trích", words, StringComparison.Ordinal);
        Assert.Equal(before, await client.GetStringAsync($"/verify/{number}.jws", Cancellation));
        // The parcel asked about now gets an extract of its own, which knows the change.
        Assert.NotEqual(number, await Number(client, address));
    }

    [Fact]
    public async Task Learns_that_a_file_is_intact_and_that_one_changed_byte_is_not()
    {
        using var client = Browser();
        var file = await client.GetByteArrayAsync(await Ask(client, Parcel) + ".pdf", Cancellation);
        var altered = file.ToArray();
        altered[file.Length / 2] ^= 1;

        var intact = await Upload(client, file);
        var broken = await Upload(client, altered);
        var longer = await Upload(client, [.. file, .. "1 0 obj"u8]);

        Assert.Equal(HttpStatusCode.OK, intact.Status);
        Assert.Contains("Tệp PDF còn nguyên vẹn", intact.Words, StringComparison.Ordinal);
        Assert.All([broken, longer], one =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
            Assert.Contains("không còn nguyên vẹn", one.Words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task May_verify_the_seal_with_the_public_key_and_any_library()
    {
        using var client = own.Site.Public();
        var address = await Ask(client, Parcel);
        var number = await Number(client, address);

        var parts = (await client.GetStringAsync($"/verify/{number}.jws", Cancellation)).Split('.');
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var keys = JsonDocument.Parse(await client.GetStringAsync("/verify/keys.json", Cancellation));
        var key = keys.RootElement.GetProperty("keys").EnumerateArray()
            .Single(one => one.GetProperty("kid").GetString() == header.RootElement.GetProperty("kid").GetString());
        using var verifying = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Base64Url.DecodeFromChars(key.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(key.GetProperty("y").GetString()) },
        });

        Assert.True(verifying.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        Assert.Equal(await client.GetByteArrayAsync(address + ".json", Cancellation), Base64Url.DecodeFromChars(parts[1]));
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_gets_the_same_number()
    {
        using var client = own.Site.Public();
        var address = await Ask(client, "1197000 570000\n1198000 570000\n1198000 571000");

        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Number(client, address)));

        Assert.Single(numbers.Distinct());
    }

    [Theory]
    [InlineData("number", "")]
    [InlineData("number", "K7QM-2D4X")]
    [InlineData("number", "K7QM-2D4X-9PFA-3HNC")]
    [InlineData("number", "'; DROP TABLE plan.lookup_extract; --")]
    public async Task Is_told_that_there_is_no_such_number(string field, string value)
    {
        using var client = Browser();

        var answer = await Office.Post(client, "/verify", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("class=\"mend\"", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/verify/K7QM-2D4X-9PFA-3HNC")]
    [InlineData("/verify/K7QM-2D4X-9PFA-3HNC.jws")]
    [InlineData("/verify/anything")]
    public async Task Finds_nothing_under_a_number_that_was_never_given(string address)
    {
        using var client = own.Site.Public();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    HttpClient Browser()
    {
        var client = own.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    static async Task<FormAnswer> Upload(HttpClient client, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "extract.pdf" } };
        using var answer = await client.PostAsync("/verify", form, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    static async Task<string> Ask(HttpClient client, string corners) =>
        (await Office.Post(client, "/lookup", ("corners", corners))).Location ?? throw new InvalidOperationException("The lookup was refused.");

    static async Task<string> Number(HttpClient client, string address)
    {
        using var json = JsonDocument.Parse(await client.GetByteArrayAsync(address + ".json", Cancellation));
        return json.RootElement.GetProperty("number").GetString()!;
    }

    static IEnumerable<string> Names(JsonElement extract) =>
        extract.GetProperty("layers").EnumerateArray().SelectMany(layer => layer.GetProperty("features").EnumerateArray())
            .Concat(extract.GetProperty("met").EnumerateArray())
            .Concat(extract.GetProperty("past").EnumerateArray())
            .Concat(extract.GetProperty("nearest").EnumerateArray())
            .Select(one => one.GetProperty("name").GetString()!)
            .Concat(extract.GetProperty("legalBasis").EnumerateArray().Select(basis => basis.GetProperty("number").GetString()!))
            .Distinct();

    static IEnumerable<double> Areas(JsonElement extract) =>
        extract.GetProperty("layers").EnumerateArray().SelectMany(layer => layer.GetProperty("features").EnumerateArray())
            .Select(one => one.GetProperty("areaSquareMetres").GetDouble())
            .Append(extract.GetProperty("areaSquareMetres").GetDouble());

    // Lines break between words, so that paper is read without its spaces.
    static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Bare(string.Concat(document.GetPages().Select(page => page.Text)));
    }

    static string Bare(string text) => Spaces().Replace(text.Normalize(), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    public sealed class OwnSite : IAsyncLifetime
    {
        public TestSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await TestSite.OnItsOwnDatabase();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
