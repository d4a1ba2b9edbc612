using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Plans.Publishing;

/// <summary>What a change does to its feature.</summary>
public enum ChangeOperation
{
    Create,
    Update,
    Delete,
}

/// <summary>What a feature is: its names, attributes and geometry, and how well each is known.</summary>
/// <param name="NameVi">The legal name, in Vietnamese.</param>
/// <param name="NameEn">An English gloss, where there is one.</param>
/// <param name="Attributes">A JSON object that follows the attribute schema of the layer.</param>
/// <param name="Geometry">WGS 84, longitude then latitude; null where no source gives a place.</param>
/// <param name="Quality">surveyed, digitised, generalised or indicative.</param>
/// <param name="GeometrySource">In words, where the geometry comes from.</param>
/// <param name="Sources">A JSON array of addresses or citations for the attributes.</param>
/// <param name="Note">What a reader should know beside the attributes.</param>
/// <param name="Instrument">The code of the instrument that the content rests on.</param>
public sealed record FeatureContent(
    string NameVi,
    string? NameEn,
    string Attributes,
    Geometry? Geometry,
    string Quality,
    string? GeometrySource,
    string Sources,
    string? Note,
    string Instrument
);

/// <summary>One create, update or delete of a change set.</summary>
/// <param name="Operation">What happens.</param>
/// <param name="Layer">The code of the layer.</param>
/// <param name="Code">The feature's code inside its layer and plan.</param>
/// <param name="FeatureId">The feature that is changed; null when it is created.</param>
/// <param name="BaseVersion">The version that the author saw; null when it is created.</param>
/// <param name="Content">The proposed content; null when it is deleted.</param>
/// <param name="InForceFrom">First day on which the change has effect; null when that day is not known.</param>
/// <param name="InForceUntil">First day on which it has no effect any more; null for no end.</param>
/// <param name="Successor">The code, in the same layer or as layer/code, of what continues a deleted feature.</param>
public sealed record FeatureChange(
    ChangeOperation Operation,
    string Layer,
    string Code,
    long? FeatureId,
    int? BaseVersion,
    FeatureContent? Content,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil = null,
    string? Successor = null
);

/// <summary>A proposed amendment: what is changed together, why, and on which instrument it rests.</summary>
/// <param name="Plan">The plan it amends; null for context that every plan shares.</param>
/// <param name="InForceFrom">The day on which the amendment takes effect; null where the source does not say.</param>
public sealed record ChangeSetDraft(
    string? Plan,
    string TitleVi,
    string TitleEn,
    string Reason,
    string Instrument,
    DateOnly? InForceFrom,
    string Author,
    string? SeedCode = null,
    string? SeedChecksum = null
);
