using System.ComponentModel;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// Writes a table of a GeoPackage of ours in another format by <c>ogr2ogr</c>. Its arguments are constants, names from the catalogue
/// and paths that we chose: nothing that a request says is among them.
/// </summary>
sealed class OgrExport : IDisposable
{
    /// <summary>At once in this service; others wait so long for their turn.</summary>
    const int AtOnce = 2;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static readonly OsmLimits Limits = new() { Minutes = 5, MemoryBytes = 2L << 30, TemporaryBytes = ExportLimits.MostBytes };

    readonly GdalProgram programs = new(Limits);
    readonly SemaphoreSlim turns = new(AtOnce);

    /// <param name="question">SQL of ours that is asked in place of the table; null for the table as it is.</param>
    public async Task Write(
        ExportRequest request, string package, string table, string? question, string output, string folder, CancellationToken cancellation)
    {
        if (!await turns.WaitAsync(Patience, cancellation))
        {
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable, "Đang có nhiều tệp được xuất; xin thử lại sau ít phút.",
                "Many files are being exported; please try again in a few minutes.", TimeSpan.FromMinutes(1)));
        }

        try
        {
            var end = await programs.Run(
                "ogr2ogr",
                ["-f", request.Format.Driver!, .. Options(request, table), output, package, .. question is null ? [table] : new[] { "-sql", question }],
                folder,
                ["GPKG", request.Format.Driver!],
                async (said, ended) => await said.CopyToAsync(Stream.Null, ended),
                cancellation);
            if (end.ExitCode != 0 || end.Errors.Contains("ERROR", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"ogr2ogr could not write {request.Format.Code} of {request.Collection.Id}: {end.Errors}");
            }
        }
        catch (TimeoutException)
        {
            throw ExportLimits.TooLong();
        }
        catch (Win32Exception)
        {
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable,
                "Máy chủ chưa cài GDAL (gói gdal-bin) nên chưa xuất được định dạng này; GeoJSON, GeoPackage, CSV và XLSX vẫn xuất được.",
                "The server lacks GDAL (package gdal-bin), so this format cannot be written; GeoJSON, GeoPackage, CSV and XLSX can."));
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    static IEnumerable<string> Options(ExportRequest request, string table) => request.Format.Code switch
    {
        "shp" => ["-lco", "ENCODING=UTF-8", .. ExportPackage.IsOfPoints(table, request) ? ["-nlt", "PROMOTE_TO_MULTI"] : Array.Empty<string>()],
        // LIBKML would lose what is a day, because KML has no such type of its own.
        "kml" or "kmz" => ["-mapFieldType", "Date=String", "-dsco", "DESCRIPTION=" + ExportNotes.OwnText(request), "-nln", request.Collection.Id],
        // Its numbers are whole millimetres round an origin, which would otherwise be that of the seed file.
        "dgn" => ["-dsco", "UOR_PER_SUB_UNIT=1000", "-dsco", "SUB_UNITS_PER_MASTER_UNIT=1", "-dsco", "MASTER_UNIT_NAME=m", "-dsco", "ORIGIN=0,0,0"],
        "tab" => [.. Reference(request), "-lco", "BOUNDS=" + (request.Items.Crs.InDegrees ? "100,5,112,25" : request.Items.Crs.Srid == 3857 ? "11000000,500000,12500000,3000000" : "0,500000,1200000,2700000")],
        "mif" => ["-dsco", "FORMAT=MIF", .. Reference(request)],
        _ => [],
    };

    // MapInfo has no code for VN-2000: its datum is told by the seven parameters.
    static string[] Reference(ExportRequest request) => request.Items.Crs.Srid switch
    {
        Vn2000.GeographicSrid => ["-a_srs", MapInfoText(Vn2000.Proj4Text)],
        var srid when Vn2000Zone.Find(srid) is { } zone => ["-a_srs", MapInfoText(zone.Proj4Text)],
        _ => [],
    };

    // GDAL turns the sign of the scale when it writes and leaves it when it reads (tried with 3.6.2); turned before, it comes out as it is.
    static string MapInfoText(string proj4)
    {
        var scale = Vn2000.ToWgs84Parameters.Split(',')[^1];
        return proj4.Replace("," + scale, ",-" + scale, StringComparison.Ordinal);
    }
}
