using System.Text.Json;
using LongAnGis.Core.Plans;

namespace LongAnGis.UnitTests.Plans;

public class WritingAValueForPeople
{
    static readonly IReadOnlyList<AttributeDefinition> Schema = AttributeDefinition.ParseSchema("""
        [{"key":"area_ha","type":"number","unit":"ha","label":{"vi":"Diện tích","en":"Area"},"list":true},
         {"key":"year","type":"integer","label":{"vi":"Năm","en":"Year"}},
         {"key":"people","type":"integer","unit":"người","label":{"vi":"Dân số","en":"Population"}},
         {"key":"opened","type":"date","label":{"vi":"Ngày","en":"Date"}},
         {"key":"rent","type":"text","label":{"vi":"Giá thuê","en":"Rent"}},
         {"key":"leased","type":"boolean","label":{"vi":"Cho thuê"}},
         {"key":"status","type":"code","label":{"vi":"Tình trạng","en":"Status"},
          "codes":[{"value":"operating","vi":"Đang hoạt động","en":"Operating"}]}]
        """);

    [Theory]
    [InlineData("area_ha", "1234.5", "1.234,5", "1,234.5")]
    [InlineData("area_ha", "\"483.01\"", "483,01", "483.01")]
    [InlineData("area_ha", "1000", "1.000", "1,000")]
    [InlineData("year", "2024", "2024", "2024")]
    [InlineData("people", "1763754", "1.763.754", "1,763,754")]
    [InlineData("people", "2024", "2.024", "2,024")]
    [InlineData("opened", "\"2025-12-19\"", "19/12/2025", "19/12/2025")]
    [InlineData("opened", "\"2025-12\"", "2025-12", "2025-12")]
    [InlineData("status", "\"operating\"", "Đang hoạt động", "Operating")]
    [InlineData("status", "\"unheard\"", "unheard", "unheard")]
    [InlineData("rent", "\">=60\"", "≥ 60", "≥ 60")]
    [InlineData("rent", "\"<= 3\"", "≤ 3", "≤ 3")]
    [InlineData("leased", "true", "có", "yes")]
    [InlineData("leased", "null", null, null)]
    [InlineData("area_ha", "\"\"", null, null)]
    public void Follows_the_readers_convention(string key, string json, string? vietnamese, string? english)
    {
        var attribute = Schema.Single(one => one.Key == key);
        var value = JsonDocument.Parse(json).RootElement;

        Assert.Equal(vietnamese, AttributeText.Value(attribute, value, english: false));
        Assert.Equal(english, AttributeText.Value(attribute, value, english: true));
    }

    [Fact]
    public void A_missing_english_label_falls_back_to_vietnamese() =>
        Assert.Equal("Cho thuê", Schema.Single(one => one.Key == "leased").Label.In(english: true));

    [Theory]
    [InlineData(false, "role, role_en", "name, role")]
    [InlineData(true, "role, role_en", "name, role_en")]
    [InlineData(true, "role", "name, role")]
    [InlineData(false, "role_en", "name, role_en")]
    [InlineData(false, "", "name, role")]
    public void Tells_a_text_that_is_held_in_both_languages_once(bool english, string given, string told)
    {
        var schema = AttributeDefinition.ParseSchema("""
            [{"key":"name","type":"text"},{"key":"role","type":"text"},{"key":"role_en","type":"text"}]
            """);

        var keys = AttributeDefinition.Told(schema, given.Split(", ").Contains, english).Select(one => one.Key);

        Assert.Equal(told, string.Join(", ", keys));
    }
}
