using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Placing;

/// <summary>A place with a name and an indicative position, longitude first, and how the position was found.</summary>
public sealed record NamedPoint(string Name, string Kind, Coordinate Position, string? AreaCode, string Derived);
