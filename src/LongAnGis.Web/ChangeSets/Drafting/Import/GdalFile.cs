using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Reads a shapefile, GeoPackage, KML or DXF through GDAL: bounded subprocesses without network, with every driver switched
/// off but the one that the file's own first bytes ask for. Coordinates come out as they stand in the file.
/// </summary>
sealed partial class GdalFile(ILogger<GdalFile> log)
{
    static readonly OsmLimits Limits = new()
    {
        Minutes = 1,
        MemoryBytes = 2L << 30,
        TemporaryBytes = 256L << 20,
        OutputBytes = 256L << 20,
        ObjectBytes = 16 << 20,
    };

    readonly BoundedProgram programs = new(Limits);
    IReadOnlyList<string>? drivers;

    /// <param name="driver">GDAL's name of the format.</param>
    /// <param name="source">The layer of the file; null when it has one.</param>
    public async Task<ImportedFile> Read(
        string file, string driver, string? source, ImportReference? asked, string folder, CancellationToken cancellation)
    {
        drivers ??= await Drivers(folder, cancellation);
        var about = await Run("ogrinfo", ["-ro", "-so", "-al", "-nomd", file], folder, driver, Text, cancellation);
        var layers = LayerName().Matches(about).Select(match => match.Groups[1].Value.Trim()).ToList();
        // A DXF always has its block definitions beside what is drawn.
        var layer = Choose(layers, driver == "DXF" ? source ?? "entities" : source);
        var start = about.IndexOf($"Layer name: {layer}", StringComparison.Ordinal);
        var wkt = Wkt().Match(about, start) is { Success: true } found ? found.Groups[1].Value.Trim() : "";
        var reference = ImportReference.Choose(driver == "KML" ? new((Vn2000Zone?)null) : ImportReference.OfWkt(wkt), asked);

        var features = new List<ImportedFeature>();
        await Run(
            "ogr2ogr",
            [
                "-f", "GeoJSONSeq", "-lco", "RS=NO", "-lco", "COORDINATE_PRECISION=11", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR",
                // Not converted here, only declared: the conversion is ours.
                "-a_srs", "EPSG:4326", "-mapFieldType", "DateTime=String,Date=String,Time=String,Binary=String",
                // Letter for byte: which encoding it is, we judge and ask.
                .. driver == "ESRI Shapefile" ? ["-oo", "ENCODING=ISO-8859-1"] : Array.Empty<string>(),
                "/vsistdout/", file, layer,
            ],
            folder,
            driver,
            async (output, ended) =>
            {
                await FeatureLines.Read(output, Limits, line => Take(features, line), ended);
                return "";
            },
            cancellation);
        return new(features, reference.Grid, reference.Name);
    }

    static void Take(List<ImportedFeature> features, JsonElement line)
    {
        if (features.Count >= ImportLimits.MostFeatures)
        {
            throw ImportLimits.TooMany();
        }

        features.Add(GeoJsonUpload.Feature(line, features.Count + 1));
    }

    static string Choose(List<string> layers, string? source) => source is not null && layers.Contains(source)
        ? source
        : layers.Count == 1 && source is null
            ? layers[0]
            : layers.Count == 0
                ? throw ImportLimits.Refuse("Tệp không có lớp nào.", "The file has no layer.")
                : throw ImportQuestion.Source(layers);

    async Task<IReadOnlyList<string>> Drivers(string folder, CancellationToken cancellation) =>
        [.. DriverLine().Matches(await Run("ogrinfo", ["--formats"], folder, null, Text, cancellation)).Select(line => line.Groups["name"].Value)];

    static async Task<string> Text(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var buffer = new char[1 << 20];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        return new string(buffer, 0, length);
    }

    async Task<string> Run(
        string program,
        string[] arguments,
        string folder,
        string? driver,
        Func<Stream, CancellationToken, Task<string>> read,
        CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string>
        {
            ["GDAL_SKIP"] = driver is null ? "" : string.Join(',', drivers!.Where(other => other != driver && other != "GeoJSONSeq")),
            ["GDAL_DRIVER_PATH"] = "disable",
            ["CPL_TMPDIR"] = folder,
            ["CPL_VSIL_CURL_ALLOWED_FILENAME"] = "/nothing",
            ["OGR_SQLITE_LIST_VIRTUAL_OGR"] = "NO",
            ["SQLITE_LIST_ALL_TABLES"] = "NO",
            ["PROJ_NETWORK"] = "OFF",
            ["DXF_INLINE_BLOCKS"] = "FALSE",
            ["http_proxy"] = "http://127.0.0.1:9",
            ["https_proxy"] = "http://127.0.0.1:9",
        };
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(ImportLimits.Time);
        try
        {
            var said = "";
            var end = await programs.Run(
                program, arguments, folder, environment, async (output, ended) => said = await read(output, ended), bound.Token);
            if (end.ExitCode != 0 || end.Errors.Contains("ERROR", StringComparison.Ordinal) || end.Errors.Contains("FAILURE", StringComparison.Ordinal))
            {
                log.LogInformation("{Program} refused a file: exit code {Code}", program, end.ExitCode);
                throw Damaged();
            }

            // GDAL warns, and then hands the feature out without its place.
            return end.Errors.Contains("NaN coordinate", StringComparison.Ordinal)
                ? throw ImportLimits.Refuse(
                    "Tệp có tọa độ không phải số hữu hạn (NaN hoặc vô cực).", "The file holds a coordinate that is no finite number (NaN or infinity).")
                : said;
        }
        catch (Win32Exception)
        {
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable,
                "Máy chủ chưa cài GDAL (gói gdal-bin) nên chưa đọc được loại tệp này; GeoJSON và CSV vẫn nạp được.",
                "The server lacks GDAL (package gdal-bin), so this kind of file cannot be read; GeoJSON and CSV can."));
        }
        catch (Exception costly) when (costly is TimeoutException or LimitReachedException
            || (costly is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw ImportLimits.Refuse(
                "Tệp quá nặng: đọc quá lâu hoặc quá nhiều dữ liệu.", "The file is too costly: it takes too long or holds too much to read.");
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    static RefusedException Damaged() => ImportLimits.Refuse(
        "Tệp bị hỏng hoặc các phần của nó không khớp nhau.", "The file is damaged, or its parts do not fit together.");

    [GeneratedRegex(@"^  (?<name>.+?) -[a-z, ]+- \(", RegexOptions.Multiline)]
    private static partial Regex DriverLine();

    [GeneratedRegex("^Layer name: (.*)$", RegexOptions.Multiline)]
    private static partial Regex LayerName();

    [GeneratedRegex(@"Layer SRS WKT:\n(.*?)\n(?:Data axis|[A-Za-z_][^\n]*: )", RegexOptions.Singleline)]
    private static partial Regex Wkt();
}
