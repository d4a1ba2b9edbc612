using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LongAnGis.Web.Osm;

/// <summary>How to read.</summary>
/// <param name="WithoutDrivers">GDAL's drivers that are switched off.</param>
/// <param name="IsSorted">Whether nodes come in the order of their numbers: published extracts do, and are read ten times faster.</param>
sealed record Reading(string WithoutDrivers, bool IsSorted = true);

/// <summary>The nodes of an extract are not in the order of their numbers, as in files saved from an editor.</summary>
sealed class UnsortedException : Exception;

/// <summary>
/// Reads an extract through GDAL's OSM driver: <c>ogr2ogr</c> as a bounded subprocess that writes GeoJSON, one object on each
/// line, to its standard output. Every driver but the two that this takes is switched off, so that no file, however it is
/// made, can lead GDAL to another file or to the network.
/// </summary>
sealed partial class Ogr2Ogr(BoundedProgram programs, OsmLimits limits, ILogger<Ogr2Ogr> log)
{
    const string Package = "gdal-bin";
    const string Configuration = "osmconf.ini";

    static readonly HashSet<string> NeededDrivers = ["OSM", "GeoJSONSeq"];

    /// <summary>Makes sure that the program is there and can read OpenStreetMap; answers how.</summary>
    public async Task<Reading> Probe(string folder, CancellationToken cancellation)
    {
        var formats = "";
        await Run(["--formats"], folder, [], async (output, ended) =>
        {
            using var reader = new StreamReader(output);
            formats = await reader.ReadToEndAsync(ended);
        }, cancellation);

        var drivers = DriverLine().Matches(formats).Select(line => line.Groups["name"].Value).ToHashSet();
        return NeededDrivers.IsSubsetOf(drivers)
            ? new(string.Join(',', drivers.Except(NeededDrivers)))
            : throw OsmRefusal.ProgramMissing("driver OSM (GDAL, libexpat)", Package);
    }

    /// <summary>Hands every object of a layer (lines, points) that passes the filter and touches the map window to <paramref name="take"/>.</summary>
    /// <exception cref="UnsortedException">When the file has to be read as one that is not sorted.</exception>
    public async Task Read(
        Extract extract, Reading reading, string layer, string filter, Action<JsonElement> take, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(extract.Folder, Configuration), ConfigurationText(), cancellation);
        string[] arguments =
        [
            "-f", "GeoJSONSeq", "-lco", "RS=NO",
            // OpenStreetMap keeps seven decimals, about 1 cm.
            "-lco", "COORDINATE_PRECISION=7",
            "-mapFieldType", "DateTime=String",
            "-where", filter,
            "-spat", Degrees(MapWindow.Extent.MinX), Degrees(MapWindow.Extent.MinY), Degrees(MapWindow.Extent.MaxX), Degrees(MapWindow.Extent.MaxY),
            "/vsistdout/", extract.File, layer,
        ];
        var end = await Run(
            arguments,
            extract.Folder,
            new()
            {
                ["GDAL_SKIP"] = reading.WithoutDrivers,
                ["GDAL_DRIVER_PATH"] = "disable",
                ["OSM_CONFIG_FILE"] = Path.Combine(extract.Folder, Configuration),
                ["CPL_TMPDIR"] = extract.Folder,
                ["OSM_USE_CUSTOM_INDEXING"] = reading.IsSorted ? "YES" : "NO",
                // Belt and braces where the network could not be taken away: nothing may be fetched, through nothing.
                ["CPL_VSIL_CURL_ALLOWED_FILENAME"] = "/nothing",
                ["GDAL_DISABLE_READDIR_ON_OPEN"] = "EMPTY_DIR",
                ["PROJ_NETWORK"] = "OFF",
                ["http_proxy"] = "http://127.0.0.1:9",
                ["https_proxy"] = "http://127.0.0.1:9",
            },
            (output, ended) => FeatureLines.Read(output, limits, take, ended),
            cancellation,
            extract.Name);

        if (reading.IsSorted && end.Errors.Contains("OSM_USE_CUSTOM_INDEXING=NO", StringComparison.Ordinal))
            throw new UnsortedException();

        // It ends with 0 even where a file breaks off in the middle; only its words tell.
        if (end.ExitCode != 0 || end.Errors.Contains("ERROR", StringComparison.Ordinal) || end.Errors.Contains("FAILURE", StringComparison.Ordinal))
            throw OsmRefusal.Damaged(extract.Name, end.Errors);
        if (end.Errors.Length > 0)
            log.LogInformation("ogr2ogr on {Layer}: {Words}", layer, end.Errors);
    }

    async Task<ProgramEnd> Run(
        IReadOnlyList<string> arguments,
        string folder,
        Dictionary<string, string> environment,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellation,
        string name = "ogr2ogr")
    {
        try
        {
            return await programs.Run(limits.Ogr2Ogr, arguments, folder, environment, read, cancellation);
        }
        catch (Win32Exception missing)
        {
            throw OsmRefusal.ProgramMissing("ogr2ogr", Package, missing);
        }
        catch (TimeoutException)
        {
            throw OsmRefusal.TooMuch(name, "Osm:Minutes");
        }
        catch (LimitReachedException reached)
        {
            throw OsmRefusal.TooMuch(name, reached.Limit);
        }
        catch (JsonException broken)
        {
            throw OsmRefusal.Damaged(name, broken.Message);
        }
    }

    static string Degrees(double value) => value.ToString(CultureInfo.InvariantCulture);

    static string ConfigurationText()
    {
        using var stream = typeof(Ogr2Ogr).Assembly.GetManifestResourceStream("Osm/" + Configuration)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // "  ESRI Shapefile -vector- (rw+v): ESRI Shapefile"
    [GeneratedRegex(@"^  (?<name>.+?) -[a-z, ]+- \(", RegexOptions.Multiline)]
    private static partial Regex DriverLine();
}
