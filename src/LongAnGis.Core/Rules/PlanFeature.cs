using System.Text.Json;
using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>A feature as it is, or as it would be: what rules and differences look at.</summary>
/// <remarks>
/// Whether things meet is asked on WGS 84, in which they are kept: corners that neighbours share are the same numbers
/// there. How much is measured on the VN-2000 grid of 105°45′.
/// </remarks>
public sealed class PlanFeature(FeatureName name, Geometry? geometryWgs84, string quality)
{
    static readonly JsonElement NoAttributes = JsonDocument.Parse("{}").RootElement;

    Geometry? grid;
    BoundaryIndex? boundary;

    public FeatureName Name { get; } = name;

    /// <summary>NTS X = longitude; null where no source gives a place.</summary>
    public Geometry? Geometry { get; } = geometryWgs84;

    public string Quality { get; } = quality;

    /// <summary>The feature's id for life; null while it is only proposed.</summary>
    public long? Id { get; init; }

    /// <summary>The version this is; null while it is only proposed.</summary>
    public int? Version { get; init; }

    /// <summary>A JSON object that follows the schema of the layer.</summary>
    public JsonElement Attributes { get; init; } = NoAttributes;

    public string? GeometrySource { get; init; }

    public string? Note { get; init; }

    public string? Instrument { get; init; }

    /// <summary>First day in force; null when it was always so.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>First day no longer in force; null while no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>The geometry on the VN-2000 grid, NTS X = easting, metres.</summary>
    public Geometry? Grid => grid ??= Geometry is null ? null : Vn2000Zone.LongAn.GeometryFromWgs84(Geometry);

    /// <summary>Its edges, to find those near a place.</summary>
    internal BoundaryIndex Boundary => boundary ??= new BoundaryIndex(Geometry!);

    /// <summary>True when the geometry may be measured and compared: it exists and is more than a symbol.</summary>
    public bool HasKnownPlace => Geometry is { IsEmpty: false } && Quality != Plans.Quality.Indicative;

    /// <summary>True when it is an area whose boundary means something.</summary>
    public bool IsKnownArea => HasKnownPlace && Geometry!.Dimension == Dimension.Surface;

    /// <summary>An attribute's text; null when it is absent or empty.</summary>
    public string? Text(string attribute) =>
        Attributes.ValueKind == JsonValueKind.Object && Attributes.TryGetProperty(attribute, out var value)
        && value.ValueKind is not JsonValueKind.Null
            ? value.ToString() is { Length: > 0 } text ? text : null
            : null;

    /// <summary>The same feature with another geometry.</summary>
    public PlanFeature With(Geometry geometryWgs84) => new(Name, geometryWgs84, Quality)
    {
        Id = Id,
        Version = Version,
        Attributes = Attributes,
        GeometrySource = GeometrySource,
        Note = Note,
        Instrument = Instrument,
        InForceFrom = InForceFrom,
        InForceUntil = InForceUntil,
    };
}
