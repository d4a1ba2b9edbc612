using System.Globalization;
using LongAnGis.Core.Filters;

namespace LongAnGis.UnitTests.Filters;

/// <summary>A condition written out in brackets, so that tests compare trees by eye.</summary>
static class FilterWriting
{
    public static string Write(Condition condition) => condition switch
    {
        Always always => always.Holds ? "true" : "false",
        AllOf all => $"(and {Each(all.Parts)})",
        AnyOf any => $"(or {Each(any.Parts)})",
        Not not => $"(not {Write(not.Part)})",
        Compared compared => $"({compared.Comparison} {Write(compared.Left)} {Write(compared.Right)})",
        Like like => $"(like {Write(like.Text)} {Write(like.Pattern)})",
        Between between => $"(between {Write(between.Value)} {Write(between.Low)} {Write(between.High)})",
        OneOf one => $"(in {Write(one.Value)} {string.Join(' ', one.List.Select(Write))})",
        IsNull isNull => $"(null {Write(isNull.Value)})",
        Spatially spatially => $"({spatially.Relation} {Write(spatially.Left)} {Write(spatially.Right)})",
        Temporally temporally => $"({temporally.Relation} {Write(temporally.Left)} {Write(temporally.Right)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    static string Each(IEnumerable<Condition> parts) => string.Join(' ', parts.Select(Write));

    static string Write(Operand operand) => operand switch
    {
        PropertyName property => property.Name,
        TextValue text => $"'{text.Text}'",
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        BooleanValue truth => truth.Value ? "true" : "false",
        DayValue day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SpanValue span => $"[{End(span.Start)} {End(span.End)}]",
        GeometryValue shape => shape.Geometry.ToText(),
        WithoutCase folded => $"(casei {Write(folded.Text)})",
        WithoutAccents folded => $"(accenti {Write(folded.Text)})",
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    static string End(Operand? operand) => operand is null ? ".." : Write(operand);
}
