using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.Web.Osm;

/// <summary>Roads, canals, rivers and places from OpenStreetMap: the verb <c>import osm FILE</c>.</summary>
/// <remarks>
/// The path of an extract: <see cref="Extract"/> recognises and unpacks the file, <see cref="Ogr2Ogr"/> lets GDAL read it in a
/// bounded subprocess, <see cref="ExtractContent"/> keeps what the map has use for, Core/Osm classifies it and joins ways to
/// roads, <see cref="OsmChanges"/> compares with what earlier extracts said, and <see cref="OsmImport"/> publishes the
/// difference in one transaction, in which <see cref="RoadMeasuring"/> measures sites along the roads. What a planner has amended, no extract overwrites.
/// </remarks>
public static class OsmSetup
{
    public static void AddOsm(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection("Osm").Get<OsmLimits>() ?? new OsmLimits());
        services.AddSingleton<BoundedProgram>();
        services.AddSingleton<Ogr2Ogr>();
        services.AddSingleton<ExtractReader>();
        services.AddSingleton<RoadMeasuring>();
        services.AddSingleton<OsmImport>();
        services.AddSingleton(new Verb(
            "import",
            "import osm FILE [--replace]",
            "nạp đường, kênh, sông, địa danh từ một bản trích OpenStreetMap",
            "load roads, canals, rivers and places from an OpenStreetMap extract",
            OsmImportVerb.Run));
    }
}
