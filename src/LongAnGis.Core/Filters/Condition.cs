namespace LongAnGis.Core.Filters;

/// <summary>
/// A condition on features, as CQL2 (OGC 21-065r2) says it in text or in JSON. Both encodings become the same tree, so that
/// whoever judges or runs it need not know how it was written.
/// </summary>
public abstract record Condition;

/// <summary>TRUE, which leaves nothing out, or FALSE.</summary>
public sealed record Always(bool Holds) : Condition;

public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition;

public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition;

public sealed record Not(Condition Part) : Condition;

public sealed record Compared(Comparison Comparison, Operand Left, Operand Right) : Condition;

/// <summary>LIKE: <c>%</c> stands for any text, <c>_</c> for one character, <c>\</c> takes the meaning from the next.</summary>
public sealed record Like(Operand Text, Operand Pattern) : Condition;

/// <summary>Both ends belong to it.</summary>
public sealed record Between(Operand Value, Operand Low, Operand High) : Condition;

public sealed record OneOf(Operand Value, IReadOnlyList<Operand> List) : Condition;

public sealed record IsNull(Operand Value) : Condition;

public sealed record Spatially(SpatialRelation Relation, Operand Left, Operand Right) : Condition;

public sealed record Temporally(TemporalRelation Relation, Operand Left, Operand Right) : Condition;

public enum Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>The relations of simple features, as S_INTERSECTS and its kin name them.</summary>
public enum SpatialRelation { Intersects, Equals, Disjoint, Touches, Within, Overlaps, Crosses, Contains }

/// <summary>The relations of days and spans of days, as T_AFTER and its kin name them.</summary>
public enum TemporalRelation
{
    After, Before, Disjoint, Equals, Intersects,
    Contains, During, FinishedBy, Finishes, Meets, MetBy, OverlappedBy, Overlaps, StartedBy, Starts,
}
