using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Rules;

/// <summary>What a layer demands of its features. All of it is data: rows of the layer register.</summary>
/// <param name="GeometryKind">point, line, polygon or any.</param>
/// <param name="IsPlanScoped">False for context that every plan shares.</param>
/// <param name="IsCoverage">True when its areas fill the province without overlap and without gaps.</param>
/// <param name="MustNotCross">Codes of layers whose features these must not meet.</param>
/// <param name="MinAreaSquareMetres">Planar VN-2000; null for no limit.</param>
/// <param name="MinWidthMetres">What is narrower is a sliver; null for <see cref="Tolerance.SliverWidthMetres"/>.</param>
/// <param name="LandClassAttribute">The attribute that holds the land class; null where land is not counted.</param>
public sealed record LayerRules(
    string Code,
    Bilingual Name,
    string GeometryKind,
    IReadOnlyList<AttributeDefinition> Attributes,
    bool IsPlanScoped = true,
    bool IsCoverage = false,
    bool MayOverlap = true,
    bool IsInsideProvince = false,
    IReadOnlyList<string>? MustNotCross = null,
    double? MinAreaSquareMetres = null,
    double? MinWidthMetres = null,
    string? LandClassAttribute = null)
{
    public bool ForbidsOverlap => IsCoverage || !MayOverlap;

    public double SliverWidthMetres => MinWidthMetres ?? Tolerance.SliverWidthMetres;

    public bool MustNotMeet(string layer) => MustNotCross?.Contains(layer) is true;
}
