namespace LongAnGis.Web.Ogc;

/// <summary>The conformance classes that are implemented in full; each is held to by a test of its own.</summary>
public static class OgcConformance
{
    const string Features = "http://www.opengis.net/spec/ogcapi-features-";
    const string Tiles = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    const string Cql2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    // OGC API – Styles is a draft still; these are the names that servers and clients of the draft use.
    const string Styles = "http://www.opengis.net/spec/ogcapi-styles-1/0.0/conf/";

    public static IReadOnlyList<string> Classes { get; } =
    [
        Features + "1/1.0/conf/core",
        Features + "1/1.0/conf/oas30",
        Features + "1/1.0/conf/html",
        Features + "1/1.0/conf/geojson",
        Features + "2/1.0/conf/crs",
        Features + "3/1.0/conf/queryables",
        Features + "3/1.0/conf/filter",
        Features + "3/1.0/conf/features-filter",
        Features + "4/1.0/conf/create-replace-delete",
        Features + "4/1.0/conf/update",
        Features + "4/1.0/conf/optimistic-locking-etags",
        Features + "4/1.0/conf/features",
        Features + "5/1.0/conf/schemas",
        Features + "5/1.0/conf/sortables",
        Tiles + "core",
        Tiles + "tileset",
        Tiles + "tilesets-list",
        Tiles + "geodata-tilesets",
        Tiles + "dataset-tilesets",
        Tiles + "mvt",
        Tiles + "png",
        Styles + "core",
        Styles + "mapbox-styles",
        Styles + "sld-11",
        Cql2 + "cql2-text",
        Cql2 + "cql2-json",
        Cql2 + "basic-cql2",
        Cql2 + "advanced-comparison-operators",
        Cql2 + "case-insensitive-comparison",
        Cql2 + "accent-insensitive-comparison",
        Cql2 + "basic-spatial-functions",
        Cql2 + "basic-spatial-functions-plus",
        Cql2 + "spatial-functions",
        Cql2 + "temporal-functions",
    ];
}
