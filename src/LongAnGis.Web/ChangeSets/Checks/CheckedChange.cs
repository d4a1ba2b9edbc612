using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>A change as it is judged: saved in the draft, or still on the planner's screen.</summary>
/// <param name="Position">Names it inside its set; null while it is not saved.</param>
/// <param name="Operation">create, update or delete.</param>
/// <param name="Geometry">WGS 84, NTS X = longitude; null for no place, or when it is too crooked to be one.</param>
/// <param name="Version">Of the change, which grows with each save.</param>
sealed record CheckedChange(
    int? Position,
    string Operation,
    string Layer,
    string Code,
    long? FeatureId,
    int? BaseVersion,
    string NameVi,
    string? NameEn,
    JsonElement Attributes,
    Geometry? Geometry,
    string Quality,
    string? GeometrySource,
    string? Note,
    string? Instrument,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string? Successor,
    int? Version = null)
{
    public string Path => $"{Layer}/{Code}";

    /// <summary>Why its geometry could not be read; the rules then judge the rest.</summary>
    public IReadOnlyList<Finding> Faults { get; init; } = [];

    public PlanFeature? Proposed => Operation == "delete"
        ? null
        : new(new(Layer, Code, new Bilingual(NameVi, NameEn)), Geometry, Quality)
        {
            Attributes = Attributes,
            GeometrySource = GeometrySource,
            Note = Note,
            Instrument = Instrument,
            InForceFrom = InForceFrom,
            InForceUntil = InForceUntil,
        };
}
