using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// A filter as SQL. Each name in it is one of the collection's properties and each value becomes a parameter, so that nothing
/// a request says is ever a part of the statement.
/// </summary>
sealed class FilterSql(OgcCollection collection, OgcCrs crs, SqlValues values)
{
    public string Of(Condition condition) => condition switch
    {
        Always always => always.Holds ? "TRUE" : "FALSE",
        AllOf all => Joined(" AND ", all.Parts),
        AnyOf any => Joined(" OR ", any.Parts),
        Not not => $"(NOT {Of(not.Part)})",
        Compared compared => $"({Value(compared.Left)} {Sign(compared.Comparison)} {Value(compared.Right)})",
        Like like => $"({Value(like.Text)} LIKE {Value(like.Pattern)})",
        Between between => $"({Value(between.Value)} BETWEEN {Value(between.Low)} AND {Value(between.High)})",
        OneOf one => $"({Value(one.Value)} IN ({string.Join(", ", one.List.Select(Value))}))",
        IsNull isNull => $"({Value(isNull.Value)} IS NULL)",
        Spatially spatially => Related(spatially),
        Temporally temporally => TemporalSql.Of(temporally.Relation, Ends(temporally.Left), Ends(temporally.Right)),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} has no SQL."),
    };

    string Joined(string word, IReadOnlyList<Condition> parts) => $"({string.Join(word, parts.Select(Of))})";

    string Related(Spatially spatially)
    {
        var (left, right) = (Value(spatially.Left), Value(spatially.Right));
        // Disjoint is what does not meet: so collections can be asked too.
        return spatially.Relation == SpatialRelation.Disjoint
            ? $"(NOT ST_Intersects({left}, {right}))"
            : $"ST_{spatially.Relation}({left}, {right})";
    }

    string Value(Operand operand) => operand switch
    {
        PropertyName { Name: OgcCollection.GeometryName } => "version.geom",
        PropertyName property => collection.Find(property.Name)!.Sql(values),
        TextValue text => values.Add(text.Text),
        NumberValue number => values.Add((double)number.Number),
        BooleanValue truth => truth.Value ? "TRUE" : "FALSE",
        DayValue day => values.Add(CalendarDay.Write(day.Day)),
        WithoutCase folded => $"pub.without_case({Value(folded.Text)})",
        WithoutAccents folded => $"pub.without_accents({Value(folded.Text)})",
        GeometryValue shape => Shape(shape.Geometry),
        _ => throw new InvalidOperationException($"{operand.GetType().Name} has no SQL."),
    };

    string Shape(Geometry shape)
    {
        var placed = shape.Copy();
        placed.SRID = crs.Srid;
        return crs.IsStored ? values.Add(placed) : $"ST_Transform({values.Add(placed)}, 4326)";
    }

    // Days are texts in the order of the calendar; before all of them comes the empty text, after all of them "~".
    (string Start, string End) Ends(Operand operand) => operand is SpanValue span
        ? ($"coalesce({(span.Start is null ? "NULL" : Value(span.Start))}, '')", $"coalesce({(span.End is null ? "NULL" : Value(span.End))}, '~')")
        : (Value(operand), Value(operand));

    static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "<>",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };
}
