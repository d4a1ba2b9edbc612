using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Plans;

/// <summary>A public layer as the catalogue describes it.</summary>
/// <param name="Position">Place in the drawing order, bottom first.</param>
/// <param name="IsPlanScoped">True when its features belong to a plan; false for context that every plan shares.</param>
/// <param name="CurrencyOn">The day to which its content is known to be current.</param>
public sealed record Layer(
    string Code,
    bool IsPlanScoped,
    string Group,
    int Position,
    Bilingual Name,
    Bilingual? Description,
    string GeometryKind,
    IReadOnlyList<AttributeDefinition> Attributes,
    Symbol Symbol,
    IReadOnlyList<string> TileAttributes,
    int MinZoom,
    int MaxZoom,
    string? LegalBasis,
    string? LegalBasisNumber,
    Bilingual? Completeness,
    DateOnly? CurrencyOn,
    Bilingual? Source,
    bool IsOnByDefault)
{
    /// <summary>True when its content comes from an OpenStreetMap extract that an administrator imports.</summary>
    public bool IsImported => Source?.Vi.Contains("OpenStreetMap", StringComparison.Ordinal) is true;
}

/// <summary>A heading of the layer list with its layers, topmost layer first, as people read a legend.</summary>
public sealed record LayerGroup(string Code, Bilingual Name, IReadOnlyList<Layer> Layers);
