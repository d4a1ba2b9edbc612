using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.Web.Osm;

/// <summary>Roads, canals, rivers and places from OpenStreetMap: the verb <c>import osm FILE</c>.</summary>
public static class OsmSetup
{
    public static void AddOsm(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection("Osm").Get<OsmLimits>() ?? new OsmLimits());
        services.AddSingleton<BoundedProgram>();
        services.AddSingleton<Ogr2Ogr>();
        services.AddSingleton<ExtractReader>();
        services.AddSingleton<OsmImport>();
        services.AddSingleton(new Verb(
            "import",
            "import osm FILE [--replace]",
            "nạp đường, kênh, sông, địa danh từ một bản trích OpenStreetMap",
            "load roads, canals, rivers and places from an OpenStreetMap extract",
            OsmImportVerb.Run));
    }
}
