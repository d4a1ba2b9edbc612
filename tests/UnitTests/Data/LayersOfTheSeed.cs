using LongAnGis.Core.Plans;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class LayersOfTheSeed
{
    static readonly string[] InEveryTile = ["name", "code", "quality"];

    static readonly string[] InBothLanguages =
        ["name_vi", "name_en", "description_vi", "description_en", "completeness_vi", "completeness_en", "source_vi", "source_en"];

    public static TheoryData<string> Codes => [.. Layers.Select(layer => layer!["code"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Carry_in_their_tiles_what_their_symbol_asks_for(string code)
    {
        var layer = Layers.Single(layer => layer!["code"]!.GetValue<string>() == code)!;
        var symbol = Symbol.Parse(layer["symbol"]!.ToJsonString());
        var schema = AttributeDefinition.ParseSchema(layer["attributes"]!.ToJsonString());
        var carried = layer["tile_attributes"]!.AsArray().Select(key => key!.GetValue<string>()).ToList();

        Assert.All(carried, key => Assert.Contains(key, schema.Select(attribute => attribute.Key)));
        Assert.All(
            new[] { symbol.By?.Attribute, symbol.Label?.Attribute }.OfType<string>(),
            key => Assert.Contains(key, carried.Concat(InEveryTile)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Draw_every_value_that_occurs(string code)
    {
        var layer = Layers.Single(layer => layer!["code"]!.GetValue<string>() == code)!;
        var by = Symbol.Parse(layer["symbol"]!.ToJsonString()).By;
        var values = Of(code).Select(feature => by?.Attribute == "code"
            ? feature.Code
            : feature.Attributes[by?.Attribute ?? ""]?.GetValue<string>()).OfType<string>().Distinct();

        Assert.All(by is null ? [] : values, value => Assert.Contains(value, by!.Cases.Select(one => one.Value)));
    }

    [Fact]
    public void Say_in_both_languages_what_they_hold_and_how_complete_they_are() => Assert.All(Layers, layer =>
        Assert.All(
            InBothLanguages,
            key => Assert.False(string.IsNullOrWhiteSpace(layer![key]?.GetValue<string>()), $"{layer!["code"]} {key}")));

    [Fact]
    public void Belong_to_a_group_and_have_a_place_of_their_own_in_the_drawing_order()
    {
        var groups = Json("layers.json")["groups"]!.AsArray().Select(group => group!["code"]!.GetValue<string>()).ToList();

        Assert.All(Layers, layer => Assert.Contains(layer!["group_code"]!.GetValue<string>(), groups));
        Assert.Equal(Layers.Count, Layers.Select(layer => layer!["position"]!.GetValue<int>()).Distinct().Count());
    }
}
