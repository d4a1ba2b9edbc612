namespace LongAnGis.Web.Osm;

/// <summary>
/// How much a reading of an extract may cost. The defaults fit an extract of all Vietnam; the section <c>Osm</c> of the
/// configuration changes them.
/// </summary>
public sealed class OsmLimits
{
    /// <summary>Time for reading the file once, in minutes.</summary>
    public int Minutes { get; init; } = 45;

    /// <summary>Bytes that a compressed file may grow to, and that GDAL may keep in temporary files.</summary>
    public long TemporaryBytes { get; init; } = 24L << 30;

    /// <summary>Bytes of GeoJSON that GDAL may hand us: about four million ways.</summary>
    public long OutputBytes { get; init; } = 2L << 30;

    /// <summary>Bytes of address space for the subprocess.</summary>
    public long MemoryBytes { get; init; } = 8L << 30;

    /// <summary>Bytes of one object's GeoJSON. A way has at most 2000 nodes; what is longer is no map.</summary>
    public int ObjectBytes { get; init; } = 8 << 20;

    /// <summary>The program to read with: a name that is looked for in <c>PATH</c>, or a full path.</summary>
    public string Ogr2Ogr { get; init; } = "ogr2ogr";

    public TimeSpan Time => TimeSpan.FromMinutes(Minutes);
}
