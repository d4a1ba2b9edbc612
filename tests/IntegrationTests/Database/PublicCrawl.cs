using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LongAnGis.IntegrationTests.Database;

/// <summary>Follows every address that the public can find, from the first page and the data endpoints on.</summary>
sealed partial class PublicCrawl(HttpClient client)
{
    const int Most = 700;

    /// <summary>Tiles round the place of the canary, at every kind of zoom.</summary>
    static readonly string[] Tiles = ["0/0/0", "8/203/120", "9/407/240", "11/1629/963", "14/13034/7705", "16/52138/30822"];

    static readonly string[] OpenDataParts = ["", "/schema", "/items?limit=1000"];

    public static readonly string[] Beginnings =
    [
        "/", "/en/", "/plan", "/en/plan", "/history", "/plans", "/sources", "/tiles", "/styles/plan.json",
        "/catalogue.jsonld", "/wms?service=WMS&request=GetCapabilities", "/wfs?service=WFS&request=GetCapabilities",
        "/wmts?service=WMTS&request=GetCapabilities", "/invest/embed",
        "/ogc", "/ogc?f=html", "/ogc/collections?f=html", "/search?q=chim", "/search/suggest?q=chim", "/search?q=a", "/at?lat=10.7011&lon=106.3022&z=14", "/health/ready",
        "/print?at=10.7021,106.3021,13", "/print.pdf?at=10.7021,106.3021&scale=25000", "/maps/plan.png?bbox=106.25,10.65,106.35,10.75&width=400&height=400",
        .. Tiles.Where(tile => !tile.StartsWith('0')).Select(tile => $"/raster/plan/{tile}.png"),
    ];

    /// <summary>Every answer with content, by its address.</summary>
    public async Task<Dictionary<string, byte[]>> Run(CancellationToken cancellation)
    {
        var answers = new Dictionary<string, byte[]>();
        var waiting = new Queue<string>(Beginnings);
        var seen = new HashSet<string>(Beginnings);
        while (waiting.TryDequeue(out var address) && answers.Count < Most)
        {
            using var answer = await client.GetAsync(address, cancellation);
            Assert.True((int)answer.StatusCode < 500, $"{address} answers {answer.StatusCode}");
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                continue;
            }

            var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            answers[address] = body.AsSpan().StartsWith("PK"u8) ? Unpacked(body)
                : address.StartsWith("/ogc", StringComparison.Ordinal) || address.StartsWith("/wfs", StringComparison.Ordinal) ? Timeless(body)
                : body;
            foreach (var next in Addresses(address, Encoding.UTF8.GetString(body)).Where(seen.Add))
            {
                waiting.Enqueue(next);
            }
        }

        return answers;
    }

    /// <summary>What a workbook or a project for QGIS says, unpacked: compressed words could not be found, and its file tells when it was made.</summary>
    static byte[] Unpacked(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var said = new MemoryStream();
        foreach (var part in zip.Entries.Where(Speaks).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var text = part.Open();
            text.CopyTo(said);
        }

        Assert.NotEqual(0, said.Length);
        return said.ToArray();
    }

    static bool Speaks(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) || entry.FullName.EndsWith(".qgs", StringComparison.Ordinal);

    /// <summary>Without the moment of the answer, which is another each time.</summary>
    static byte[] Timeless(byte[] body) => Encoding.UTF8.GetBytes(TimeStamp().Replace(Encoding.UTF8.GetString(body), ""));

    static IEnumerable<string> Addresses(string from, string text)
    {
        var written = Address().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
        return written
            .Select(address => address.Split('#')[0])
            .Where(address => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            // Every page leads to a print of itself: those to begin with stand for them.
            .Where(address => !address.StartsWith("/print", StringComparison.Ordinal) && !address.StartsWith("/en/print", StringComparison.Ordinal))
            .Where(address => !address.StartsWith("/map/", StringComparison.Ordinal) && !address.StartsWith("/_framework", StringComparison.Ordinal))
            // A reader's own list in the link shows every page once more, with nothing new on it.
            .Where(address => !address.Contains("list=", StringComparison.Ordinal))
            .Concat(from == "/tiles" ? TileAddresses(text).Concat(OpenData(text)) : []);
    }

    static IEnumerable<string> TileAddresses(string list) =>
        Layer().Matches(list)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .SelectMany(layer => Tiles.Select(tile => $"/tiles/{layer}/{tile}.mvt").Append($"/tiles/{layer}.json"));

    /// <summary>Everything that a collection says as open data.</summary>
    static IEnumerable<string> OpenData(string list) =>
        Layer().Matches(list)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Concat(["areas", "indicators", "tasks"])
            .SelectMany(collection => OpenDataParts.Select(part => $"/ogc/collections/{collection}{part}")
                .Append($"/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames={collection}&count=1000"));

    [GeneratedRegex("""(?:href|src|data-href|style-url|action)="([^"]+)"|"(/tiles/[^"{]+)""")]
    private static partial Regex Address();

    [GeneratedRegex("timeStamp(\":|=)\"[^\"]+\"")]
    private static partial Regex TimeStamp();

    [GeneratedRegex("""/tiles/([a-z][a-z0-9-]+)\.json""")]
    private static partial Regex Layer();
}
