using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.ChangeSets;

/// <summary>A value that a change replaces, as people read it: units written out, codes by their meaning.</summary>
/// <param name="Key">The attribute's key, or <c>name</c>, <c>name_en</c>, <c>quality</c>, <c>in_force</c>, …</param>
/// <param name="Before">Null when there was none.</param>
/// <param name="After">Null when there is none any more.</param>
public sealed record ValueDifference(string Key, Bilingual Label, Bilingual? Before, Bilingual? After);

/// <summary>What happened to the corners of a boundary or line.</summary>
/// <param name="LargestShiftMetres">How far the farthest corner moved, or lies from the old boundary.</param>
public sealed record CornerDifference(int Moved, int Added, int Removed, double LargestShiftMetres)
{
    public static CornerDifference None { get; } = new(0, 0, 0, 0);

    public bool IsNone => this == None;
}

/// <summary>
/// One feature before and after, in words and figures. A boundary drawn anew within <see cref="Tolerance.NoiseMetres"/> of the
/// old one is the old one: then there is no difference in geometry, however many corners it has now.
/// </summary>
public sealed class FeatureDifference
{
    FeatureDifference(PlanFeature? before, PlanFeature? after, LayerRules layer)
    {
        Before = before;
        After = after;
        Layer = layer;
        Values = before is null || after is null ? [] : [.. ValueDifferences.Of(before, after, layer)];
        (Gained, Lost, Corners) = Compare(before, after);
    }

    public PlanFeature? Before { get; }

    public PlanFeature? After { get; }

    public LayerRules Layer { get; }

    public FeatureName Name => (After ?? Before)!.Name;

    public IReadOnlyList<ValueDifference> Values { get; }

    /// <summary>Ground that is the feature's now and was not; nothing for symbols and lines, which have none.</summary>
    public Ground Gained { get; }

    /// <summary>Ground that was the feature's and is not any more.</summary>
    public Ground Lost { get; }

    public CornerDifference Corners { get; }

    /// <summary>Features of the layer that share a boundary with this one, before or after; empty unless they were asked for.</summary>
    public IReadOnlyList<FeatureName> Neighbours { get; private init; } = [];

    public bool IsGeometryChanged => !Gained.IsNothing || !Lost.IsNothing || !Corners.IsNone;

    /// <summary>True when nothing changed that anybody could tell.</summary>
    public bool IsEmpty => Before is not null && After is not null && Values.Count == 0 && !IsGeometryChanged;

    public static FeatureDifference Of(PlanFeature? before, PlanFeature? after, LayerRules layer) => new(before, after, layer);

    /// <summary>The same difference with the neighbours that it touches, of those that stand near.</summary>
    public FeatureDifference Among(IEnumerable<PlanFeature> standing) => new(Before, After, Layer)
    {
        Neighbours =
        [
            .. standing
                .Where(other => other.Name.Layer == Name.Layer && other.Name.Path != Name.Path && other.IsKnownArea)
                .Where(other => new[] { Before, After }.Any(own => own is { IsKnownArea: true } && Touch(own, other)))
                .Select(other => other.Name)
                .OrderBy(name => name.Path, StringComparer.Ordinal),
        ],
    };

    static bool Touch(PlanFeature one, PlanFeature other)
    {
        var reach = one.Geometry!.EnvelopeInternal.Copy();
        reach.ExpandBy(1e-6);
        return reach.Intersects(other.Geometry!.EnvelopeInternal)
            && (Meets(one, other) || Meets(other, one) || Ground.Meet(one.Geometry, other.Geometry));
    }

    static bool Meets(PlanFeature one, PlanFeature other) => other.Boundary.Corners.Any(corner =>
        one.Boundary.Distance(new Coordinate(corner.Longitude, corner.Latitude), Tolerance.NoiseMetres) <= Tolerance.NoiseMetres);

    static (Ground Gained, Ground Lost, CornerDifference Corners) Compare(PlanFeature? before, PlanFeature? after)
    {
        var (old, now) = (before?.Geometry, after?.Geometry);
        if ((old, now) is (null, null) || (old is not null && now is not null && old.EqualsExact(now)))
        {
            return (Ground.Nothing, Ground.Nothing, CornerDifference.None);
        }

        var (oldArea, newArea) = (Area(before), Area(after));
        if (old is null || now is null || old.Dimension != now.Dimension)
        {
            return (
                newArea is null ? Ground.Nothing : Ground.Of(newArea),
                oldArea is null ? Ground.Nothing : Ground.Of(oldArea),
                new(0, now?.NumPoints ?? 0, old?.NumPoints ?? 0, 0));
        }

        var corners = CornersOf(before!, after!);
        if (corners.IsNone)
        {
            return (Ground.Nothing, Ground.Nothing, CornerDifference.None);
        }

        return (
            newArea is null ? Ground.Nothing : oldArea is null ? Ground.Of(newArea) : Ground.Without(newArea, oldArea),
            oldArea is null ? Ground.Nothing : newArea is null ? Ground.Of(oldArea) : Ground.Without(oldArea, newArea),
            corners);
    }

    // Indicative places are symbols: they cover no ground, whatever their shape (Circular 04/2023).
    static Geometry? Area(PlanFeature? feature) => feature is { IsKnownArea: true, Geometry.IsValid: true } ? feature.Geometry : null;

    static CornerDifference CornersOf(PlanFeature before, PlanFeature after)
    {
        if (before.Geometry!.Dimension == Dimension.Point)
        {
            var shift = BoundaryIndex.Metres(before.Geometry.Coordinate, after.Geometry!.Coordinate);
            return before.Geometry.NumPoints == after.Geometry.NumPoints && before.Geometry.NumPoints == 1
                ? (shift <= Tolerance.NoiseMetres ? CornerDifference.None : new(1, 0, 0, shift))
                : new(0, after.Geometry.NumPoints, before.Geometry.NumPoints, 0);
        }

        if (Away(after, before).Count + Away(before, after).Count == 0)
        {
            return CornerDifference.None;
        }

        var (added, gone) = (Strange(after, before), Strange(before, after));

        // A corner that came and one that went are one that moved; what is left over was added or removed.
        var moved = Math.Min(added.Count, gone.Count);
        return new(moved, added.Count - moved, gone.Count - moved, Shift(before, after, added, gone));
    }

    /// <summary>Corners of one that the other's boundary does not pass within the tolerance.</summary>
    static List<Coordinate> Away(PlanFeature one, PlanFeature other) =>
    [
        .. one.Boundary.Corners
            .Where(corner => !other.Boundary.HasCorner(corner.Longitude, corner.Latitude))
            .Select(corner => new Coordinate(corner.Longitude, corner.Latitude))
            .Where(corner => other.Boundary.Distance(corner, Tolerance.NoiseMetres) > Tolerance.NoiseMetres),
    ];

    /// <summary>Corners of one that are no corners of the other, even if they lie on its edge.</summary>
    static List<Coordinate> Strange(PlanFeature one, PlanFeature other) =>
    [
        .. one.Boundary.Corners
            .Where(corner => !other.Boundary.HasCorner(corner.Longitude, corner.Latitude))
            .Select(corner => new Coordinate(corner.Longitude, corner.Latitude))
            .Where(corner => !other.Boundary.HasCornerNear(corner, Tolerance.NoiseMetres)),
    ];

    static double Shift(PlanFeature before, PlanFeature after, List<Coordinate> added, List<Coordinate> gone)
    {
        static double Farthest(List<Coordinate> corners, PlanFeature from)
        {
            var boundary = new NetTopologySuite.Operation.Distance.IndexedFacetDistance(from.Grid!.Dimension == Dimension.Surface ? from.Grid.Boundary : from.Grid);
            return corners
                .Select(corner => Vn2000Zone.LongAn.FromWgs84(new(corner.Y, corner.X)))
                .Select(place => boundary.Distance(from.Grid.Factory.CreatePoint(new Coordinate(place.Easting, place.Northing))))
                .DefaultIfEmpty(0).Max();
        }

        // As many went as came: each came from the nearest of those that went.
        if (added.Count == gone.Count && added.Count <= 100)
        {
            return added.Max(corner => gone.Min(old => BoundaryIndex.Metres(old, corner)));
        }

        return Math.Max(Farthest(added, before), Farthest(gone, after));
    }
}

static class ValueDifferences
{
    public static IEnumerable<ValueDifference> Of(PlanFeature before, PlanFeature after, LayerRules layer)
    {
        var fixedParts = new (string Key, Bilingual Label, Bilingual? Before, Bilingual? After)[]
        {
            ("name", new("Tên", "Name"), new(before.Name.Name.Vi), new(after.Name.Name.Vi)),
            ("name_en", new("Tên tiếng Anh", "English name"), Text(before.Name.Name.En), Text(after.Name.Name.En)),
            ("quality", new("Chất lượng vị trí", "Quality of the place"), Quality.Name(before.Quality), Quality.Name(after.Quality)),
            ("geometry_source", new("Nguồn hình học", "Source of the geometry"), Text(before.GeometrySource), Text(after.GeometrySource)),
            ("note", new("Ghi chú", "Note"), Text(before.Note), Text(after.Note)),
            ("instrument", new("Căn cứ pháp lý", "Legal basis"), Text(before.Instrument), Text(after.Instrument)),
        };
        return fixedParts
            .Where(part => part.Before != part.After)
            .Select(part => new ValueDifference(part.Key, part.Label, part.Before, part.After))
            .Concat(Attributes(before, after, layer));
    }

    static IEnumerable<ValueDifference> Attributes(PlanFeature before, PlanFeature after, LayerRules layer)
    {
        // What the schema does not know was there before the schema; it is shown by its key.
        var unknown = Keys(before).Concat(Keys(after)).Distinct().Except(layer.Attributes.Select(attribute => attribute.Key))
            .Select(key => new AttributeDefinition(key, AttributeType.Text, new(key)));
        foreach (var attribute in layer.Attributes.Concat(unknown))
        {
            var (old, now) = (Written(attribute, before), Written(attribute, after));
            if (old != now)
            {
                yield return new(attribute.Key, attribute.Label, old, now);
            }
        }
    }

    static IEnumerable<string> Keys(PlanFeature feature) => feature.Attributes.ValueKind == JsonValueKind.Object
        ? feature.Attributes.EnumerateObject().Select(attribute => attribute.Name)
        : [];

    static Bilingual? Written(AttributeDefinition attribute, PlanFeature feature)
    {
        if (feature.Attributes.ValueKind != JsonValueKind.Object || !feature.Attributes.TryGetProperty(attribute.Key, out var value))
        {
            return null;
        }

        return AttributeText.Value(attribute, value, english: false) is { } vi
            ? new(WithUnit(vi, attribute.UnitIn(english: false)), WithUnit(AttributeText.Value(attribute, value, english: true)!, attribute.UnitIn(english: true)))
            : null;
    }

    static string WithUnit(string value, string? unit) => unit is null ? value : $"{value} {unit}";

    static Bilingual? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);
}
