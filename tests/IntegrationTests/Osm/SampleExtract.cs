namespace LongAnGis.IntegrationTests.Osm;

/// <summary>
/// The same small extract (invented, around Tân An) as XML and as PBF. The second was made from the first by
/// <c>osmium cat sample.osm -o sample.osm.pbf --output-header=osmosis_replication_timestamp=2026-10-05T20:21:02Z</c>.
/// </summary>
static class SampleExtract
{
    public static string Xml { get; } = Path.Combine(AppContext.BaseDirectory, "Osm", "sample.osm");

    public static string Pbf { get; } = Path.Combine(AppContext.BaseDirectory, "Osm", "sample.osm.pbf");
}
