using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Files;

/// <summary>One thing of a layer as data/features/{layer}.geojson holds it. Geometry is WGS 84, longitude first.</summary>
public sealed record SeedFeature(string Code, string NameVi, string? NameEn, Geometry? Geometry)
{
    /// <summary>surveyed, digitised, generalised or indicative: how well the place is known.</summary>
    public required string Quality { get; init; }

    /// <summary>Where the geometry comes from, in one sentence.</summary>
    public required string GeometrySource { get; init; }

    /// <summary>Code of the change set that publishes it.</summary>
    public required string ChangeSet { get; init; }

    public string? Instrument { get; init; }
    public string? Plan { get; init; }

    /// <summary>First day with effect; null when no source says.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>First day without effect any more; null while it lasts.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Code of the feature in the same layer that took its place.</summary>
    public string? Successor { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>Values by the keys of the layer's schema: string, decimal or bool; unknown ones are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Attributes { get; init; } = [];
}
