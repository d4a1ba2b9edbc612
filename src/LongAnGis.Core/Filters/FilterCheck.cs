using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Filters;

/// <summary>What kind of value a property or a literal is, as far as conditions tell them apart.</summary>
public enum FilterKind { Text, Number, Boolean, Day, Span, Geometry }

/// <summary>
/// Judges a condition against the properties that there are: each name must be one of them, and each side of a comparison of
/// one kind. A comparison of two values without any property is refused, as basic CQL2 has it.
/// </summary>
public sealed class FilterCheck(IReadOnlyDictionary<string, FilterKind> properties)
{
    /// <summary>Why the condition cannot be asked of these properties; null when it can.</summary>
    public FilterFault? Fault(Condition condition)
    {
        try
        {
            Judge(condition);
            return null;
        }
        catch (FilterException found)
        {
            return found.Fault;
        }
    }

    /// <summary>The kind that an attribute's type amounts to.</summary>
    public static FilterKind KindOf(AttributeType type) => type switch
    {
        AttributeType.Number or AttributeType.Integer => FilterKind.Number,
        AttributeType.Boolean => FilterKind.Boolean,
        AttributeType.Date => FilterKind.Day,
        _ => FilterKind.Text,
    };

    void Judge(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                JudgeEach(all.Parts);
                break;
            case AnyOf any:
                JudgeEach(any.Parts);
                break;
            case Not not:
                Judge(not.Part);
                break;
            case Compared compared:
                JudgeComparison(compared);
                break;
            case Like like:
                Demand(FilterKind.Text, like.Text, like.Pattern);
                JudgePattern(like.Pattern);
                break;
            case Between between:
                Demand(Orderable(between.Value), between.Value, between.Low, between.High);
                break;
            case OneOf one:
                Demand(Comparable(one.Value), [one.Value, .. one.List]);
                break;
            case IsNull isNull:
                Kind(Property(isNull.Value));
                break;
            case Spatially spatially:
                Demand(FilterKind.Geometry, spatially.Left, spatially.Right);
                JudgeCollections(spatially);
                break;
            case Temporally temporally:
                JudgeTemporal(temporally);
                break;
        }
    }

    void JudgeEach(IReadOnlyList<Condition> parts)
    {
        foreach (var part in parts)
            Judge(part);
    }

    void JudgeComparison(Compared compared)
    {
        var kind = Comparable(compared.Left);
        if (kind == FilterKind.Boolean && compared.Comparison is not (Comparison.Equal or Comparison.NotEqual))
            throw new FilterException("Giá trị đúng/sai chỉ so sánh được bằng = hoặc <>.", "True and false are only compared by = or <>.");
        Demand(kind, compared.Left, compared.Right);
    }

    void JudgeTemporal(Temporally temporally)
    {
        foreach (var side in new[] { temporally.Left, temporally.Right })
        {
            var kind = Kind(side);
            if (kind is not (FilterKind.Day or FilterKind.Span))
                throw Mismatch(FilterKind.Day, kind);
            if (kind != FilterKind.Span && temporally.Relation > TemporalRelation.Intersects)
                throw new FilterException(
                    $"T_{temporally.Relation.ToString().ToUpperInvariant()} so sánh hai khoảng thời gian: hãy dùng INTERVAL(…, …).",
                    $"T_{temporally.Relation.ToString().ToUpperInvariant()} compares two spans of time: use INTERVAL(…, …).");
        }

        DemandProperty(temporally.Left, temporally.Right);
    }

    // GEOS relates collections only by whether they meet.
    static void JudgeCollections(Spatially spatially)
    {
        var isCollection = new[] { spatially.Left, spatially.Right }
            .Any(side => side is GeometryValue { Geometry.OgcGeometryType: NetTopologySuite.Geometries.OgcGeometryType.GeometryCollection });
        if (isCollection && spatially.Relation is not (SpatialRelation.Intersects or SpatialRelation.Disjoint))
            throw new FilterException(
                "GEOMETRYCOLLECTION chỉ dùng được với S_INTERSECTS và S_DISJOINT.", "A GEOMETRYCOLLECTION goes with S_INTERSECTS and S_DISJOINT only.");
    }

    static void JudgePattern(Operand pattern)
    {
        var text = pattern;
        while (text is WithoutCase or WithoutAccents)
            text = text is WithoutCase inner ? inner.Text : ((WithoutAccents)text).Text;
        if (text is not TextValue { Text: var said })
            throw new FilterException("Sau LIKE phải là một văn bản trong dấu nháy đơn.", "LIKE takes a text in single quotes.");
        var backslashes = said.Length - said.TrimEnd('\\').Length;
        if (backslashes % 2 == 1)
            throw new FilterException(@"Mẫu của LIKE không được kết thúc bằng \.", @"The pattern of LIKE must not end with \.");
    }

    void Demand(FilterKind kind, params IReadOnlyList<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (Kind(operand) is var found && found != kind)
                throw Mismatch(kind, found);
        }

        DemandProperty(operands);
    }

    static void DemandProperty(params IReadOnlyList<Operand> operands)
    {
        if (!operands.Any(Names))
            throw new FilterException(
                "Mỗi phép so sánh phải có ít nhất một thuộc tính của đối tượng.", "Each comparison must speak of at least one property of the features.");
    }

    static bool Names(Operand? operand) => operand switch
    {
        PropertyName => true,
        WithoutCase folded => Names(folded.Text),
        WithoutAccents folded => Names(folded.Text),
        SpanValue span => Names(span.Start) || Names(span.End),
        _ => false,
    };

    FilterKind Comparable(Operand operand) => Kind(operand) is var kind && kind is not (FilterKind.Geometry or FilterKind.Span)
        ? kind
        : throw new FilterException("Hình không so sánh được như vậy; hãy dùng S_INTERSECTS, S_WITHIN…", "Shapes are not compared like this; use S_INTERSECTS, S_WITHIN, …");

    FilterKind Orderable(Operand operand) => Kind(operand) is var kind && kind is FilterKind.Number or FilterKind.Day
        ? kind
        : throw new FilterException("BETWEEN chỉ dùng cho số và ngày.", "BETWEEN goes with numbers and days.");

    FilterKind Kind(Operand operand) => operand switch
    {
        PropertyName property => properties.TryGetValue(property.Name, out var kind) ? kind : throw Unknown(property.Name),
        TextValue => FilterKind.Text,
        NumberValue => FilterKind.Number,
        BooleanValue => FilterKind.Boolean,
        DayValue => FilterKind.Day,
        GeometryValue => FilterKind.Geometry,
        SpanValue span => KindOfSpan(span),
        WithoutCase folded => TextOf(folded.Text),
        WithoutAccents folded => TextOf(folded.Text),
        _ => throw new InvalidOperationException($"{operand.GetType().Name} has no kind."),
    };

    FilterKind KindOfSpan(SpanValue span)
    {
        foreach (var end in new[] { span.Start, span.End }.OfType<Operand>())
        {
            if (Kind(end) is var kind && kind != FilterKind.Day)
                throw Mismatch(FilterKind.Day, kind);
        }

        return FilterKind.Span;
    }

    FilterKind TextOf(Operand operand) => Kind(operand) is var kind && kind == FilterKind.Text ? kind : throw Mismatch(FilterKind.Text, kind);

    static PropertyName Property(Operand operand) => operand as PropertyName
        ?? throw new FilterException("IS NULL chỉ hỏi được thuộc tính.", "IS NULL is asked of a property.");

    static FilterException Unknown(string name) => new(
        $"Không lọc được theo “{FilterWords.Short(name)}”; địa chỉ queryables liệt kê các thuộc tính.",
        $"There is no queryable “{FilterWords.Short(name)}”; the address queryables lists those that there are.");

    static FilterException Mismatch(FilterKind wanted, FilterKind found)
    {
        var (wantedVi, wantedEn) = Words(wanted);
        var (foundVi, foundEn) = Words(found);
        return new($"Ở đây cần {wantedVi} mà bộ lọc ghi {foundVi}.", $"Here the filter needs {wantedEn} and has {foundEn}.");
    }

    static (string Vi, string En) Words(FilterKind kind) => kind switch
    {
        FilterKind.Number => ("số", "a number"),
        FilterKind.Boolean => ("giá trị TRUE/FALSE", "TRUE or FALSE"),
        FilterKind.Day => ("ngày, viết DATE('2026-01-31')", "a day, written DATE('2026-01-31')"),
        FilterKind.Span => ("khoảng thời gian", "a span of time"),
        FilterKind.Geometry => ("hình", "a shape"),
        _ => ("văn bản", "a text"),
    };
}
