using LongAnGis.Core.Plans;
using LongAnGis.Seed.Boundaries;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>
/// Named points by which facts in words are placed on the map. None is surveyed: communes stand for their most inland
/// point, old communes for the new commune that holds them, crossings and gates for a point of a common boundary.
/// </summary>
public sealed class Gazetteer
{
    /// <summary>Where the most inland point of a polygon may lie off, in degrees: about 50 m.</summary>
    const double Tolerance = 0.0005;

    readonly Dictionary<string, NamedPoint> byName = [];
    readonly Dictionary<string, Geometry> areas;

    public Gazetteer(AdministrativeUnits units, IReadOnlyList<(Row Properties, Geometry Geometry)> seats)
    {
        Units = units;
        areas = units.Districts.Concat(units.Communes).Concat(units.Neighbours)
            .ToDictionary(unit => unit.Properties["code"], unit => unit.Geometry);
        AddCommunes();
        AddSeats(seats);
        AddOldCommunes();
        AddDissolvedCommunes();
        AddChosenPoints();
    }

    public AdministrativeUnits Units { get; }

    public IEnumerable<NamedPoint> All => byName.Values;

    public NamedPoint this[string name] => byName.TryGetValue(name, out var point)
        ? point
        : throw new InvalidDataException($"The gazetteer has no '{name}'.");

    public NamedPoint? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The commune or township of a district before July 2025, or one dissolved before that.</summary>
    public NamedPoint? OldCommune(string name, string district)
    {
        var bare = name.StartsWith("TT ", StringComparison.Ordinal) ? name[3..] : name;
        // A township and a commune of one name lie in the same new commune: either answers.
        var old = Units.OldCommunes.FirstOrDefault(row => row["name"] == bare && row["district_name"] == district);
        return old is null ? Find(Dissolved(bare, district)) : this[Old(old["full_name"], district)];
    }

    /// <summary>The boundary of a district, a commune of 2025 or a neighbour.</summary>
    public Geometry Area(string code) => areas[code];

    void Add(NamedPoint point) => byName.Add(point.Name, point);

    void AddCommunes()
    {
        foreach (var (row, boundary) in Units.Communes)
        {
            var inland = MaximumInscribedCircle.GetCenter(boundary, Tolerance).Coordinate;
            Add(new(row["full_name"], "commune", inland, row["code"], new Bilingual("điểm sâu nhất trong xã năm 2025", "most inland point of the commune of 2025").InOneColumn));
        }
    }

    void AddSeats(IReadOnlyList<(Row Properties, Geometry Geometry)> seats)
    {
        foreach (var (row, point) in seats)
        {
            var derived = row["position"] == "GeoNames"
                ? "GeoNames"
                : new Bilingual(
                    "điểm đại diện của xã theo sapnhap.bando.com.vn, lệch đến vài km",
                    "reference point of the commune by sapnhap.bando.com.vn, up to a few kilometres off").InOneColumn;
            Add(new($"Trung tâm {row["name"]}", "seat", point.Coordinate, row["commune_code_2025"], derived));
        }
    }

    void AddOldCommunes()
    {
        foreach (var row in Units.OldCommunes)
        {
            var into = Units.Crosswalk.Where(cross => cross["old_code"] == row["code"]).ToList();
            // No source tells the sizes of the parts: the commune that keeps the code, else the first by code.
            var chosen = into.FirstOrDefault(cross => cross["new_code"] == row["code"]) ?? into[0];
            var commune = chosen["new_code"];
            var derived = new Bilingual(
                $"điểm sâu nhất trong xã {chosen["new_name"]} (2025)" + (into.Count > 1 ? $", một trong {into.Count} xã chứa phần của nó" : ", xã chứa nó"),
                $"most inland point of commune {chosen["new_name"]} (2025)"
                + (into.Count > 1 ? $", one of {into.Count} that hold parts of it" : ", which holds it")).InOneColumn;
            var name = Old(row["full_name"], row["district_name"]);
            Add(new(name, "old-commune", Centre(commune), commune, derived));
        }
    }

    void AddDissolvedCommunes()
    {
        foreach (var row in ChoiceTables.DissolvedCommunes)
        {
            var old = Units.OldCommunes.Single(unit => unit["code"] == row["successor_code"]);
            var into = this[Old(old["full_name"], old["district_name"])];
            var derived = Bilingual.Of(into.Derived);
            Add(into with
            {
                Name = Dissolved(row["name"], row["district"]),
                Kind = "dissolved-commune",
                Derived = new Bilingual(
                    $"{derived.Vi}; giải thể trước 2025 ({row["instrument"]})",
                    $"{derived.In(true)}; dissolved before 2025 ({row["instrument"]})").InOneColumn,
            });
        }
    }

    void AddChosenPoints()
    {
        foreach (var row in ChoiceTables.Points)
        {
            // "border A B near P": the point of the common boundary of A and B that lies nearest to P.
            var words = row["recipe"].Split(' ', 5);
            if (words is not ["border", var one, var other, "near", var near])
            {
                throw new InvalidDataException($"'{row["recipe"]}' is no recipe.");
            }
            var position = CommonBoundary.Nearest(Area(one), Area(other), this[near].Position);
            Add(new(row["name"], "crossing", position, null, new Bilingual(
                $"ranh giới chung của {one} và {other}, gần {near} nhất", $"common boundary of {one} and {other}, nearest to {near}").InOneColumn));
        }
    }

    Coordinate Centre(string communeCode) =>
        byName.Values.First(point => point.Kind == "commune" && point.AreaCode == communeCode).Position;

    static string Old(string fullName, string district) => $"{fullName} ({district}, trước 7/2025)";

    static string Dissolved(string name, string district) => $"{name} ({district}, đã giải thể)";
}
