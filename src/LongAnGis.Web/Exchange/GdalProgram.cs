using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.Web.Osm;

namespace LongAnGis.Web.Exchange;

/// <summary>
/// GDAL's programs as bounded subprocesses: no network, an environment of our own, bounds on time, memory and output, and every
/// driver switched off but those that are named, so that no file can lead GDAL to another file or to the network.
/// </summary>
sealed partial class GdalProgram(OsmLimits limits)
{
    readonly BoundedProgram programs = new(limits);
    IReadOnlyList<string>? known;

    /// <param name="drivers">GDAL's names of the formats that it may open or write.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">When there is no such program.</exception>
    /// <exception cref="TimeoutException">When it took too long; it has been ended.</exception>
    public async Task<ProgramEnd> Run(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        IReadOnlyCollection<string> drivers,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellation)
    {
        known ??= await Drivers(folder, cancellation);
        return await programs.Run(program, arguments, folder, Environment(folder, known.Except(drivers)), read, cancellation);
    }

    async Task<IReadOnlyList<string>> Drivers(string folder, CancellationToken cancellation)
    {
        var formats = "";
        await programs.Run(
            "ogrinfo",
            ["--formats"],
            folder,
            Environment(folder, []),
            async (output, ended) =>
            {
                using var reader = new StreamReader(output, Encoding.UTF8);
                formats = await reader.ReadToEndAsync(ended);
            },
            cancellation);
        return [.. DriverLine().Matches(formats).Select(line => line.Groups["name"].Value)];
    }

    static Dictionary<string, string> Environment(string folder, IEnumerable<string> without) => new()
    {
        ["GDAL_SKIP"] = string.Join(',', without),
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

    // "  ESRI Shapefile -vector- (rw+v): ESRI Shapefile"
    [GeneratedRegex(@"^  (?<name>.+?) -[a-z, ]+- \(", RegexOptions.Multiline)]
    private static partial Regex DriverLine();
}
