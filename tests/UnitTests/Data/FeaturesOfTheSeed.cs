using System.Text;
using System.Text.Json;
using LongAnGis.Core.Plans;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class FeaturesOfTheSeed
{
    static readonly Dictionary<string, IReadOnlyList<AttributeDefinition>> Schemas = Layers.ToDictionary(
        layer => layer!["code"]!.GetValue<string>(),
        layer => AttributeDefinition.ParseSchema(layer!["attributes"]!.ToJsonString()));

    [Fact]
    public void Have_a_file_for_every_layer() => Assert.Equal(
        Schemas.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Folder, "features")).Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Have_a_code_that_is_theirs_alone() =>
        Assert.All(Features.GroupBy(feature => (feature.Layer, feature.Code)), same => Assert.Single(same));

    [Fact]
    public void Say_only_what_the_schema_of_their_layer_knows() => Assert.All(Features, feature =>
    {
        var schema = Schemas[feature.Layer].ToDictionary(attribute => attribute.Key);
        Assert.All(feature.Attributes, attribute =>
        {
            var definition = schema[attribute.Key];
            var value = attribute.Value!;
            Assert.Equal(
                definition.Type switch
                {
                    AttributeType.Number or AttributeType.Integer => JsonValueKind.Number,
                    AttributeType.Boolean => JsonValueKind.True,
                    _ => JsonValueKind.String,
                },
                value.GetValueKind());
            if (definition.Type == AttributeType.Code)
            {
                Assert.Contains(value.GetValue<string>(), definition.Codes!.Select(code => code.Value));
            }
        });
        Assert.All(Schemas[feature.Layer].Where(attribute => attribute.Required),
            attribute => Assert.True(feature.Attributes.ContainsKey(attribute.Key), $"{feature} lacks {attribute.Key}"));
    });

    [Fact]
    public void Leave_the_unknown_out_instead_of_writing_nought_or_nothing() => Assert.All(Features, feature =>
        Assert.All(feature.Attributes, attribute => Assert.False(attribute.Value!.ToString() is "" or "0")));

    [Fact]
    public void Rest_on_instruments_change_sets_and_plans_that_are_registered()
    {
        var instruments = Codes("instruments.json");
        var changeSets = Json("changesets.json").AsArray().ToDictionary(set => set!["code"]!.GetValue<string>());

        Assert.All(Features, feature =>
        {
            var changeSet = changeSets[feature["change_set"]!]!;
            Assert.Contains(feature["instrument"]!, instruments);
            Assert.Equal(changeSet["plan"]?.GetValue<string>(), feature["plan"]);
            Assert.Contains(feature.Layer, changeSet["layers"]!.AsArray().Select(layer => layer!.GetValue<string>()));
        });
        Assert.All(changeSets.Values, changeSet => Assert.Contains(changeSet!["instrument"]!.GetValue<string>(), instruments));
    }

    [Fact]
    public void Name_successors_that_the_same_change_set_publishes() =>
        Assert.All(Features.Where(feature => feature["successor"] is not null), feature => Assert.Single(
            Of(feature.Layer),
            other => other.Code == feature["successor"] && other["change_set"] == feature["change_set"]));

    [Fact]
    public void Never_mix_the_plan_of_2026_into_decision_686()
    {
        Assert.All(Features, feature => Assert.DoesNotContain("TN26", feature.Code, StringComparison.Ordinal));
        Assert.Equal(["686", null], Features.Select(feature => feature["plan"]).Distinct().Order().Reverse());
    }

    [Fact]
    public void Are_written_in_composed_letters() =>
        Assert.All(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories),
            file => Assert.True(File.ReadAllText(file).IsNormalized(NormalizationForm.FormC), file));

    [Fact]
    public void Have_the_geometry_that_their_layer_promises() => Assert.All(Features, feature =>
    {
        var kind = Layers.Single(layer => layer!["code"]!.GetValue<string>() == feature.Layer)!["geometry_kind"]!.GetValue<string>();
        var dimension = feature.Geometry is null ? kind : kind switch
        {
            "any" => "any",
            _ => ((string[])["point", "line", "polygon"])[(int)feature.Geometry.Dimension],
        };
        Assert.Equal(kind, dimension);
        Assert.True(feature.Geometry?.IsValid ?? true);
    });

    static string[] Codes(string file) => [.. Json(file).AsArray().Select(row => row!["code"]!.GetValue<string>())];
}
