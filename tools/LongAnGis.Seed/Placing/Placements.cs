using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>
/// Gives every requested thing its symbol's place. All layers are placed together, so that no two symbols fall on one
/// spot: first what has a point of its own, then what is known by commune, last what is known by district only.
/// </summary>
public sealed class Placements
{
    readonly Dictionary<(string Layer, string Code), Placement> found = [];
    readonly List<Coordinate> taken = [];
    readonly Gazetteer gazetteer;

    public Placements(Gazetteer gazetteer, IReadOnlyList<PlaceRequest> requests)
    {
        this.gazetteer = gazetteer;
        var rest = requests.Where(request => !PlaceExactly(request)).ToList();

        var byDistrict = rest.ToLookup(request => request.Place.StartsWith("district ", StringComparison.Ordinal));
        foreach (var group in byDistrict[false].GroupBy(request => gazetteer[request.Place].AreaCode!))
        {
            var commune = gazetteer.Units.Communes.Single(unit => unit.Properties["code"] == group.Key).Properties["name"];
            Place(group.Key, [.. group], commune,
                new Bilingual(
                    $"đặt trong xã, phường {commune} (2025) theo mô tả vị trí; không phải vị trí đo đạc",
                    $"placed inside commune {commune} (2025), from the locator text; not a surveyed position").InOneColumn);
        }
        foreach (var group in byDistrict[true].GroupBy(request => request.Place["district ".Length..]))
        {
            var district = gazetteer.Units.Districts.Single(unit => unit.Properties["code"] == group.Key).Properties["name"];
            Place(group.Key, [.. group], null,
                new Bilingual(
                    $"đặt trong huyện {district} (đến 30/6/2025) theo tên huyện nêu ở nguồn; không phải vị trí đo đạc",
                    $"placed inside district {district} (until 2025-06-30), from the district text; not a surveyed position").InOneColumn);
        }
    }

    public Placement this[string layer, string code] => found.GetValueOrDefault((layer, code)) ?? Placement.Nowhere;

    bool PlaceExactly(PlaceRequest request)
    {
        if (!request.Place.StartsWith("at ", StringComparison.Ordinal))
        {
            return false;
        }
        var points = request.Place[3..].Split(" > ").Select(name => gazetteer[name]).ToList();
        taken.AddRange(points.Select(point => point.Position));
        var factory = gazetteer.Area("794").Factory;
        Geometry geometry = points is [var only]
            ? factory.CreatePoint(only.Position)
            : factory.CreateMultiPointFromCoords([.. points.Select(point => point.Position)]);
        string Named(string and, bool english) =>
            string.Join(and, points.Select(point => $"{point.Name} ({Bilingual.Of(point.Derived).In(english)})"));
        found[(request.Layer, request.Code)] = new(geometry, "indicative", new Bilingual(
            $"tại {Named(" và ", english: false)}; không phải vị trí đo đạc",
            $"at {Named(" and ", english: true)}; not a surveyed position").InOneColumn);
        return true;
    }

    void Place(string areaCode, IReadOnlyList<PlaceRequest> requests, string? commune, string source)
    {
        var area = gazetteer.Area(areaCode);
        var inside = taken.Where(point => area.Contains(area.Factory.CreatePoint(point))).ToList();
        var sites = Spread.Inside(area, inside, requests.Count);
        taken.AddRange(sites);
        foreach (var (request, site) in requests.Zip(sites))
        {
            found[(request.Layer, request.Code)] = new(area.Factory.CreatePoint(site), "indicative", source, commune);
        }
    }
}
