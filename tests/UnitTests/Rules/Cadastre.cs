using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Rules;

/// <summary>Layers and features for the rules to judge; a cell of the lattice is about 110 m wide.</summary>
static class Cadastre
{
    public const double Cell = 0.001;
    const double West = 106.4;
    const double South = 10.6;

    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static LayerRules Zones { get; } = new(
        "zones",
        new("Vùng thử", "Test zones"),
        "polygon",
        [
            new("use", AttributeType.Code, new("Loại đất", "Land class"), Required: true, Codes: [new("LUA", "Đất lúa", "Rice"), new("SKK", "Đất khu công nghiệp", "Industrial park")]),
            new("area_ha", AttributeType.Number, new("Diện tích", "Area"), "ha"),
            new("since", AttributeType.Date, new("Từ ngày", "Since")),
            new("page", AttributeType.Url, new("Trang", "Page")),
        ],
        IsCoverage: true,
        MayOverlap: false,
        LandClassAttribute: "use");

    public static LayerRules Parks { get; } = new("parks", new("Khu", "Parks"), "any", [], MayOverlap: false, IsInsideProvince: true, MinAreaSquareMetres: 1000);

    public static LayerRules Relics { get; } = new("relics", new("Di tích", "Relics"), "any", [], MustNotCross: ["parks"]);

    public static Coordinate At(double column, double row) => new(West + (column * Cell), South + (row * Cell));

    public static PlanFeature Zone(string code, Geometry geometry, string attributes = """{"use":"LUA"}""") => Feature("zones", code, geometry, attributes: attributes);

    public static PlanFeature Feature(
        string layer, string code, Geometry? geometry, string quality = Quality.Digitised, string attributes = "{}") =>
        new(new(layer, code, new($"Khu {code}", $"Area {code}")), geometry, quality)
        {
            Attributes = JsonDocument.Parse(attributes).RootElement,
            GeometrySource = "Bản đồ",
            Id = 1,
            Version = 1,
        };

    public static Geometry Wkt(string wkt)
    {
        var geometry = new WKTReader().Read(wkt);
        geometry.SRID = 4326;
        return geometry;
    }

    /// <summary>A rectangle in cells of the lattice.</summary>
    public static Polygon Box(double west, double south, double east, double north) => Area(At(west, south), At(east, south), At(east, north), At(west, north));

    public static Polygon Area(params Coordinate[] corners) => Factory.CreatePolygon([.. corners, corners[0].Copy()]);

    public static Point Spot(double column, double row) => Factory.CreatePoint(At(column, row));

    public static LineString Line(params Coordinate[] corners) => Factory.CreateLineString(corners);

    /// <summary>A coverage of side × side cells; <paramref name="bend"/> moves each corner of the lattice, in cells.</summary>
    public static List<PlanFeature> Coverage(int side, Func<int, int, (double East, double North)>? bend = null)
    {
        Coordinate Corner(int column, int row)
        {
            var (east, north) = bend?.Invoke(column, row) ?? (0, 0);
            return At(column + east, row + north);
        }

        return
        [
            .. from row in Enumerable.Range(0, side)
               from column in Enumerable.Range(0, side)
               select Zone($"{column}-{row}", Area(
                   Corner(column, row), Corner(column + 1, row), Corner(column + 1, row + 1), Corner(column, row + 1))),
        ];
    }

    public static RuleContext Context(IReadOnlyList<ProposedChange> changes, IReadOnlyList<PlanFeature> surroundings) =>
        new(new[] { Zones, Parks, Relics }.ToDictionary(layer => layer.Code), changes, surroundings);

    public static ProposedChange New(PlanFeature after) => new(null, after);

    public static ProposedChange Moved(PlanFeature before, Geometry after) => new(before, before.With(after)) { BaseVersion = 1, CurrentVersion = 1 };

    public static IReadOnlyList<Finding> Check(ProposedChange change, params IReadOnlyList<PlanFeature> surroundings) =>
        RuleBook.Check(Context([change], surroundings));

    /// <summary>The feature with one corner moved by so many cells.</summary>
    public static Geometry WithCorner(Geometry area, int corner, double east, double north)
    {
        var corners = area.Coordinates[..^1].Select(one => one.Copy()).ToArray();
        corners[corner].X += east * Cell;
        corners[corner].Y += north * Cell;
        return Area(corners);
    }
}
