using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans.Publishing;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>One step of a save: a change put or dropped.</summary>
/// <param name="Index">Its place in the request, counted from 0.</param>
/// <param name="Position">The change it is about; null for a new one.</param>
/// <param name="Expects">The version of the change that it was made on.</param>
abstract record DraftEdit(int Index, int? Position, int? Expects);

/// <summary>The change is taken out of the set.</summary>
sealed record DropEdit(int Index, int? Position, int? Expects) : DraftEdit(Index, Position, Expects);

/// <summary>The change is to be as this says.</summary>
/// <param name="Code">Null on a create whose code the server may choose.</param>
/// <param name="Attributes">Everything that was sent; compared with the schema once the base is known.</param>
/// <param name="Geometry">WGS 84, NTS X = longitude, and fit to be drawn; null for no place.</param>
/// <param name="InForceFrom">Null for the change set's own day.</param>
sealed record PutEdit(
    int Index,
    int? Position,
    int? Expects,
    ChangeOperation Operation,
    EditedLayer Layer,
    string? Code,
    long? FeatureId,
    int? BaseVersion,
    string NameVi,
    string? NameEn,
    JsonElement? Attributes,
    Geometry? Geometry,
    string Quality,
    string? GeometrySource,
    string? Note,
    string? Instrument,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string? Successor) : DraftEdit(Index, Position, Expects);

/// <summary>A layer as edits need to know it.</summary>
sealed record EditedLayer(
    string Code, Bilingual Name, bool IsPlanScoped, string GeometryKind, IReadOnlyDictionary<string, AttributeDefinition> Attributes);

/// <summary>What a request to save holds, once it could be read.</summary>
/// <param name="Client">Names the browser tab, so that it knows its own edits again among those of others.</param>
sealed record EditRequest(Guid? Client, IReadOnlyList<DraftEdit> Edits);
