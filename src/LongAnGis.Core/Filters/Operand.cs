using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Filters;

/// <summary>What a condition speaks about: a property of the feature, or a value.</summary>
public abstract record Operand;

public sealed record PropertyName(string Name) : Operand;

public sealed record TextValue(string Text) : Operand;

public sealed record NumberValue(decimal Number) : Operand;

public sealed record BooleanValue(bool Value) : Operand;

/// <summary>A day in Vietnam; a moment that a filter names to the second is taken as the day on which it falls there.</summary>
public sealed record DayValue(DateOnly Day) : Operand;

/// <summary>A span of days, both ends included; an end that is null is open.</summary>
public sealed record SpanValue(Operand? Start, Operand? End) : Operand;

/// <summary>A shape with x to the east and y to the north, in the reference system that the filter is written in.</summary>
public sealed record GeometryValue(Geometry Geometry) : Operand;

/// <summary>CASEI: upper and lower case count as the same.</summary>
public sealed record WithoutCase(Operand Text) : Operand;

/// <summary>ACCENTI: letters with and without diacritics count as the same, đ and d too.</summary>
public sealed record WithoutAccents(Operand Text) : Operand;
