using LongAnGis.Web.Ogc;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>A format that features are exported in.</summary>
/// <param name="Code">What <c>f</c> calls it.</param>
/// <param name="Extension">Of the file that is sent; where it ends in zip, the sources lie beside the data in it.</param>
/// <param name="Driver">GDAL's driver that writes it; null where we do.</param>
/// <param name="Inner">Extension of the data inside a zip, or of what GDAL writes.</param>
/// <param name="LongestName">Letters that a column's name may have; 0 for any number.</param>
/// <param name="LongestText">Bytes that a text may have; 0 for any number.</param>
sealed record ExportFormat(
    string Code, string Name, string Extension, string ContentType, string? Driver = null, string Inner = "", int LongestName = 0, int LongestText = 0)
{
    const string Zip = "application/zip";

    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("geojson", "GeoJSON", "geojson", "application/geo+json"),
        new("gpkg", "GeoPackage", "gpkg", Plans.Downloads.GeoPackageFile.ContentType),
        new("shp", "Shapefile", "shp.zip", Zip, "ESRI Shapefile", "shp", LongestName: 10, LongestText: 254),
        new("xlsx", "Excel (XLSX)", "xlsx", Indicators.Export.Workbook.ContentType),
        new("csv", "CSV", "csv.zip", Zip, Inner: "csv"),
        new("kml", "KML", "kml", "application/vnd.google-earth.kml+xml", "LIBKML", "kml"),
        new("kmz", "KMZ", "kmz", "application/vnd.google-earth.kmz", "LIBKML", "kml"),
        new("fgb", "FlatGeobuf", "fgb.zip", Zip, "FlatGeobuf", "fgb"),
        new("dxf", "AutoCAD DXF", "dxf.zip", Zip, "DXF", "dxf"),
        new("tab", "MapInfo TAB", "tab.zip", Zip, "MapInfo File", "tab", LongestName: 31, LongestText: 254),
        new("mif", "MapInfo MIF/MID", "mif.zip", Zip, "MapInfo File", "mif", LongestName: 31, LongestText: 254),
        new("dgn", "MicroStation DGN", "dgn.zip", Zip, "DGN", "dgn"),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(format => format.Code)];

    public static ExportFormat? Find(string? code) => All.FirstOrDefault(format => format.Code == code);

    public bool IsKml => Driver == "LIBKML";

    public bool IsMapInfo => Driver == "MapInfo File";

    /// <summary>Whether positions of this system fit: KML knows degrees of WGS 84 alone, a DGN counts millimetres.</summary>
    public bool Takes(OgcCrs crs) => Code switch
    {
        "kml" or "kmz" => crs.IsStored,
        "dgn" => !crs.InDegrees,
        _ => true,
    };
}
