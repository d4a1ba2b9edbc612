using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed;

/// <summary>
/// Makes every derived file of data/ from the reference facts and the choices beside this tool. The same input gives
/// the same bytes: nothing here asks for the time, a random number or the machine's culture.
/// </summary>
public static class SeedFiles
{
    /// <summary>Path inside data/ and content of each file.</summary>
    public static IReadOnlyDictionary<string, byte[]> Build(string referenceFolder)
    {
        var reference = new Reference(referenceFolder);
        var units = new AdministrativeUnits(reference);

        var layers = new (string Layer, IEnumerable<SeedFeature> Features)[]
        {
            ("neighbours", NeighbourLayer.Features(units)),
            ("province", ProvinceLayer.Features(units)),
            ("districts", DistrictLayer.Features(units)),
            ("communes", CommuneLayer.Features(units)),
        };

        return layers.ToDictionary(
            layer => $"features/{layer.Layer}.geojson", layer => GeoJson.Write(layer.Layer, layer.Features));
    }
}
