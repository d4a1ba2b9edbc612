using System.Text.Json.Serialization;

namespace LongAnGis.Web.Events;

/// <summary>A publication as open maps are told of it.</summary>
/// <param name="Revision">The revision that it made.</param>
/// <param name="Layers">The public layers that it touched.</param>
/// <param name="Extent">West, south, east, north in WGS 84 of what changed; null when nothing with a place did.</param>
public sealed record RevisionAnnouncement(
    [property: JsonPropertyName("revision")] int Revision,
    [property: JsonPropertyName("layers")] IReadOnlyList<string> Layers,
    [property: JsonPropertyName("bbox")] IReadOnlyList<double>? Extent
);
