using System.Text;
using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Content;
using LongAnGis.Seed.Files;
using LongAnGis.Seed.Placing;

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
        var seats = reference.Features("places");
        var gazetteer = new Gazetteer(units, seats);
        var placements = new Placements(gazetteer, [.. PlaceRequests.All(reference, gazetteer)]);
        var rivers = ContextLayers.Rivers(reference).ToList();
        var courses = new Courses(gazetteer, rivers);
        var structure = new StructureLayers(reference, units, courses);
        var industry = new IndustryLayers(reference, gazetteer, placements);

        var files = new Dictionary<string, byte[]>
        {
            ["areas.csv"] = Text(Registers.Areas(units)),
            ["crosswalk.csv"] = Text(Registers.Crosswalk(units)),
            ["commune-district-shares.csv"] = Text(Registers.DistrictShares(units)),
            ["agencies.csv"] = Text(Registers.Agencies(reference, units)),
            ["land-quotas.csv"] = Text(Registers.LandQuotas(reference)),
            ["gazetteer.csv"] = Text(Registers.Gazetteer(gazetteer)),
            ["indicator-themes.csv"] = Text(IndicatorTables.Themes()),
            ["indicators.csv"] = Text(IndicatorTables.Indicators(reference)),
            ["regions.csv"] = Text(RegionTable.Regions(units)),
            ["observations-districts.csv"] = Text(ObservationTables.Districts(reference)),
            ["observations-province.csv"] = Text(ObservationTables.Province(reference)),
            ["targets.csv"] = Text(IndicatorTables.Targets(reference)),
            ["programme-groups.csv"] = Text(ProgrammeTables.Groups(reference)),
            ["programme-tasks.csv"] = Text(ProgrammeTables.Tasks(reference)),
            ["programme-parties.csv"] = Text(ProgrammeTables.Parties(reference)),
        };
        AddLayer("sea", SeaLayer.Features(units));
        AddLayer("neighbours", NeighbourLayer.Features(units));
        AddLayer("neighbour-borders", BorderLayer.Features(units));
        AddLayer("province", ProvinceLayer.Features(units));
        AddLayer("waterways", rivers);
        AddLayer("canals", []);
        AddLayer("roads", []);
        AddLayer("land-use", []);
        AddLayer("districts", DistrictLayer.Features(units));
        AddLayer("communes", CommuneLayer.Features(units));
        AddLayer("places", ContextLayers.Seats(seats, units));
        AddLayer("centres", structure.Centres);
        AddLayer("socio-economic-zones", structure.Zones);
        AddLayer("corridors", structure.Corridors);
        AddLayer("dynamic-axes", structure.Axes);
        AddLayer("economic-zones", industry.EconomicZones);
        AddLayer("industrial-parks", industry.Parks);
        AddLayer("industrial-clusters", industry.Clusters);
        AddLayer("urban-centres", UrbanLayer.Features(reference, gazetteer, placements));
        AddLayer("transport", new TransportLayer(reference, courses, placements).Features);
        AddLayer("projects", ProjectLayer.Features(reference, placements));
        return files;

        void AddLayer(string layer, IEnumerable<SeedFeature> features) =>
            files.Add($"features/{layer}.geojson", GeoJson.Write(layer, features));
    }

    static byte[] Text(string content) => Encoding.UTF8.GetBytes(content);
}
