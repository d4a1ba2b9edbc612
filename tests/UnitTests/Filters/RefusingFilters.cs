using CsCheck;
using LongAnGis.Core.Filters;

namespace LongAnGis.UnitTests.Filters;

public sealed class RefusingFilters
{
    static readonly FilterCheck Check = new(new Dictionary<string, FilterKind>
    {
        ["name"] = FilterKind.Text,
        ["area"] = FilterKind.Number,
        ["open"] = FilterKind.Boolean,
        ["from"] = FilterKind.Day,
        ["until"] = FilterKind.Day,
        ["geometry"] = FilterKind.Geometry,
    });

    [Theory]
    [InlineData("", 1)]
    [InlineData("name = ", 8)]
    [InlineData("name = 'x", 8)]
    [InlineData("name = 'x'; DROP TABLE plan;--", 11)]
    [InlineData("name = 'x' name", 12)]
    [InlineData("(name = 'x'", 12)]
    [InlineData("name", 5)]
    [InlineData("AND name = 1", 1)]
    [InlineData("name LIKE", 10)]
    [InlineData("area * 2 = 4", 6)]
    [InlineData("area = 1e999", 8)]
    [InlineData("area = 1.2.3", 8)]
    [InlineData("exec(name) = 1", 1)]
    [InlineData("pg_sleep(10)=1", 1)]
    [InlineData("ST_AsText(geometry)='x'", 1)]
    [InlineData("from = DATE('2026-02-30')", 13)]
    [InlineData("S_INTERSECTS(geometry, POINT(NaN 1))", 30)]
    public void What_is_no_filter_is_refused_with_its_place(string text, int position)
    {
        var fault = Cql2Text.Read(text).Fault;

        Assert.Equal(position, fault?.Position);
        Assert.NotEqual(fault!.Vi, fault.En);
    }

    [Theory]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1)))")]
    [InlineData("S_INTERSECTS(geometry, LINESTRING(0 0))")]
    [InlineData("S_INTERSECTS(geometry, BBOX(0, 9, 1, 8))")]
    [InlineData("S_INTERSECTS(geometry, BBOX(0, 9, 1))")]
    public void A_shape_that_is_none_is_refused(string text) => Assert.NotNull(Cql2Text.Read(text).Fault);

    [Theory]
    [InlineData("owner_note = 'x'")]
    [InlineData("\"name\"\" or 1=1--\" = 'x'")]
    [InlineData("'1' = '1'")]
    [InlineData("name = 'x' OR '1' = '1'")]
    [InlineData("name = 1")]
    [InlineData("area = 'x'")]
    [InlineData("area > TRUE")]
    [InlineData("open < TRUE")]
    [InlineData("from > '2026-01-01'")]
    [InlineData("geometry = 'x'")]
    [InlineData("geometry IS NULL AND geometry > geometry")]
    [InlineData("area LIKE 'x'")]
    [InlineData("name LIKE name")]
    [InlineData(@"name LIKE 'x\\\'")]
    [InlineData("name BETWEEN 'a' AND 'b'")]
    [InlineData("name IN ('a', 1)")]
    [InlineData("1 IN (1, 2)")]
    [InlineData("'x' IS NULL")]
    [InlineData("CASEI(area) = 'x'")]
    [InlineData("S_INTERSECTS(name, POINT(1 2))")]
    [InlineData("S_INTERSECTS(POINT(1 2), POINT(1 2))")]
    [InlineData("S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(1 2)))")]
    [InlineData("T_DURING(from, INTERVAL('2026-01-01', '..'))")]
    [InlineData("T_AFTER(name, DATE('2026-01-01'))")]
    [InlineData("T_AFTER(DATE('2026-01-01'), DATE('2026-01-01'))")]
    [InlineData("T_AFTER(INTERVAL(name, '..'), DATE('2026-01-01'))")]
    public void What_the_properties_do_not_allow_is_refused(string text)
    {
        var reading = Cql2Text.Read(text);

        Assert.NotNull(reading.Fault ?? Check.Fault(reading.Condition!));
    }

    [Theory]
    [InlineData("name = 'O''Brien; select pg_sleep(10)--'")]
    [InlineData("name = 'x' OR TRUE")]
    [InlineData("area BETWEEN 1 AND 2 AND open = FALSE AND from <> DATE('2026-01-01')")]
    [InlineData("T_DURING(INTERVAL(from, until), INTERVAL('..', '2026-01-01')) AND S_WITHIN(geometry, BBOX(1, 2, 3, 4))")]
    public void What_is_allowed_passes(string text) => Assert.Null(Check.Fault(Cql2Text.Read(text).Condition!));

    [Fact]
    public void Nesting_is_bounded()
    {
        Assert.Null(Cql2Text.Read(Nested("(", "area = 1", ")", FilterLimits.Depth)).Fault);
        Assert.Contains("64", Fault(Nested("(", "area = 1", ")", FilterLimits.Depth + 1)), StringComparison.Ordinal);
        Assert.Contains("64", Fault(Nested("NOT ", "area = 1", "", 2900)), StringComparison.Ordinal);
        Assert.Contains("64", Fault(Nested("CASEI(", "name", ")", 1000) + " = 'x'"), StringComparison.Ordinal);
        Assert.Contains("64", Fault($"S_INTERSECTS(geometry, {Nested("GEOMETRYCOLLECTION(", "POINT(1 2)", ")", 500)})"), StringComparison.Ordinal);
        Assert.NotNull(Cql2Json.Read(Nested("""{"op":"not","args":[""", "true", "]}", 500)).Fault);
    }

    [Fact]
    public void Length_lists_and_corners_are_bounded()
    {
        Assert.Contains("12000", Fault("name = '" + new string('x', 1_000_000) + "'"), StringComparison.Ordinal);
        Assert.Contains("500", Fault($"area IN ({string.Join(',', Enumerable.Range(1, 600))})"), StringComparison.Ordinal);
        Assert.Contains("2000", Fault($"S_INTERSECTS(geometry, LINESTRING({string.Join(',', Enumerable.Repeat("1 1", 2100))}))"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op":"__proto__","args":[]}""")]
    [InlineData("""{"op":"=","op":"=","args":[{"property":"area"},1]}""")]
    [InlineData("""{"op":"=","args":[{"property":"area"}]}""")]
    [InlineData("""{"op":"=","args":[{"property":"area"},1e999]}""")]
    [InlineData("""{"op":"=","args":[{"property":5},1]}""")]
    [InlineData("""{"op":"and","args":[true]}""")]
    [InlineData("""{"op":"in","args":[{"property":"area"},[]]}""")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}""")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[]}]}""")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1,2,"3",4]}]}""")]
    [InlineData("""{"op":"t_after","args":[{"property":"from"},{"interval":["2026-01-01"]}]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    public void Json_that_is_no_filter_is_refused(string json) => Assert.NotNull(Cql2Json.Read(json).Fault);

    [Fact]
    public void Any_text_is_either_read_or_refused()
    {
        string[] words =
        [
            "name", "area", "=", "<>", "(", ")", ",", "'", "'x'", "1", "-", "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "CASEI(", "S_WITHIN(",
            "T_AFTER(", "INTERVAL(", "BBOX(", "POINT(", "POLYGON((", "DATE(", "TRUE", "\"", "\\", "..", "1 2", "geometry",
        ];
        Gen.Int[0, words.Length - 1].Array[0, 24].Select(places => string.Join(' ', places.Select(place => words[place]))).Sample(
            text =>
            {
                var reading = Cql2Text.Read(text);
                if (reading.Condition is { } condition)
                {
                    Check.Fault(condition);
                }

                return (reading.Fault is null) == (reading.Condition is not null);
            },
            iter: 3000);
    }

    static string Nested(string open, string inside, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));

    static string Fault(string text) => Cql2Text.Read(text).Fault?.En ?? "";
}
