using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Files;

/// <summary>The folder of reference facts: tables and geometries with their sources. It is read, never written.</summary>
public sealed class Reference(string folder)
{
    public IReadOnlyList<Row> Table(string name) => Csv.Read(Read($"{name}.csv"));

    public IReadOnlyList<(Row Properties, Geometry Geometry)> Features(string name) => GeoJson.Read(Read($"{name}.geojson"));

    string Read(string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new FileNotFoundException($"The reference folder {folder} lacks {file}.", path);
    }
}
