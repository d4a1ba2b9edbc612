namespace LongAnGis.Core.Tiles;

/// <summary>The bytes are no well-known binary of a point, line, polygon or collection of those.</summary>
public sealed class InvalidWkbException(string message) : FormatException(message);
