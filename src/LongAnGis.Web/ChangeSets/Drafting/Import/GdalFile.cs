using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Exchange;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Reads a map file through GDAL: bounded subprocesses without network, with every driver switched
/// off but the one that the file's own first bytes ask for. Coordinates come out as they stand in the file.
/// </summary>
sealed partial class GdalFile(ILogger<GdalFile> log)
{
    /// <summary>The driver that knows the attributes of places, which the other one for KML leaves out.</summary>
    public const string Kml = "LIBKML";

    static readonly OsmLimits Limits = new()
    {
        Minutes = 1,
        MemoryBytes = 2L << 30,
        TemporaryBytes = 256L << 20,
        OutputBytes = 256L << 20,
        ObjectBytes = 16 << 20,
    };

    readonly GdalProgram programs = new(Limits);

    /// <param name="driver">GDAL's name of the format.</param>
    /// <param name="source">The layer of the file; null when it has one.</param>
    public async Task<ImportedFile> Read(
        string file, string driver, string? source, ImportReference? asked, string folder, CancellationToken cancellation)
    {
        var about = await Run("ogrinfo", ["-ro", "-so", "-al", "-nomd", file], folder, driver, Text, cancellation);
        // How a GeoPackage looks in QGIS is no layer of its own.
        var layers = LayerName().Matches(about).Select(match => match.Groups[1].Value.Trim()).Where(name => driver != "GPKG" || name != "layer_styles").ToList();
        // A DXF always has its block definitions beside what is drawn.
        var layer = Choose(layers, driver == "DXF" ? source ?? "entities" : source);
        var start = about.IndexOf($"Layer name: {layer}", StringComparison.Ordinal);
        var wkt = Wkt().Match(about, start) is { Success: true } found ? found.Groups[1].Value.Trim() : "";
        var reference = ImportReference.Choose(driver == Kml ? new((Vn2000Zone?)null) : ImportReference.OfWkt(wkt), asked);

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
        string driver,
        Func<Stream, CancellationToken, Task<string>> read,
        CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(ImportLimits.Time);
        try
        {
            var said = "";
            var end = await programs.Run(
                program, arguments, folder, [driver, "GeoJSONSeq"], async (output, ended) => said = await read(output, ended), bound.Token);
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
        catch (InvalidOperationException)
        {
            // A text whose bytes are no letters: GDAL hands them on as they are where a format does not say its encoding.
            throw ImportLimits.Refuse(
                "Chữ trong tệp không phải UTF-8; xin xuất lại bằng UTF-8, hoặc thành shapefile để chọn bảng mã cũ.",
                "The text of the file is not UTF-8; export it again as UTF-8, or as a shapefile whose old encoding can be chosen.");
        }
    }

    static RefusedException Damaged() => ImportLimits.Refuse(
        "Tệp bị hỏng hoặc các phần của nó không khớp nhau.", "The file is damaged, or its parts do not fit together.");

    [GeneratedRegex("^Layer name: (.*)$", RegexOptions.Multiline)]
    private static partial Regex LayerName();

    [GeneratedRegex(@"Layer SRS WKT:\n(.*?)\n(?:Data axis|[A-Za-z_][^\n]*: )", RegexOptions.Singleline)]
    private static partial Regex Wkt();
}
