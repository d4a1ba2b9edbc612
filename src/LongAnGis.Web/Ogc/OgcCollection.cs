using System.Diagnostics.CodeAnalysis;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// A collection of features as OGC API has it: a layer of the plan, or a register that has a place (areas, indicators, tasks).
/// </summary>
/// <param name="GeometryKind">point, line, polygon, or any.</param>
/// <param name="Register">
/// The question that gives a register's rows (id, geom, attributes and the columns of its properties); null for a layer, whose
/// rows are the published versions of its features.
/// </param>
/// <param name="HasTextIds">Whether features are known by a code rather than a number.</param>
/// <param name="Page">Where people read the same on a page; null when there is none.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The standard's own word.")]
public sealed record OgcCollection(
    string Id,
    Bilingual Title,
    Bilingual? Description,
    string GeometryKind,
    IReadOnlyList<OgcProperty> Properties,
    string? Register = null,
    bool HasTextIds = false,
    string? Page = null,
    Layer? Layer = null)
{
    /// <summary>What filters call the geometry, in queryables and schemas.</summary>
    public const string GeometryName = "geometry";

    /// <summary>The kinds of all queryables by name, the geometry among them.</summary>
    public IReadOnlyDictionary<string, FilterKind> Queryables { get; } = Properties
        .Select(property => (property.Key, property.Kind))
        .Append((GeometryName, FilterKind.Geometry))
        .ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);

    /// <summary>The layer whose extent is told of it: a register's features lie in the province.</summary>
    public string ExtentLayer => Register is null ? Id : "province";

    public OgcProperty? Find(string key) => Properties.FirstOrDefault(property => property.Key == key);
}

/// <summary>Where and when the features of a collection are, all that are known: WGS 84 degrees, days in Vietnam.</summary>
/// <param name="From">The first day on which any is in force; null when that is not known.</param>
/// <param name="Until">The last such day; null while any has no end.</param>
public sealed record OgcExtent(double West, double South, double East, double North, DateOnly? From, DateOnly? Until);
