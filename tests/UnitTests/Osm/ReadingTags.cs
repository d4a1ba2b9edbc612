using LongAnGis.Core.Osm;

namespace LongAnGis.UnitTests.Osm;

public sealed class ReadingTags
{
    [Theory]
    [InlineData("QL62", "QL.62")]
    [InlineData("ql 62", "QL.62")]
    [InlineData("QL.1A", "QL.1A")]
    [InlineData("DT830", "ĐT.830")]
    [InlineData("ĐT.827E", "ĐT.827E")]
    [InlineData("CT.01", "CT.01")]
    [InlineData("AH1", "AH1")]
    [InlineData("Hương lộ 12", "Hương lộ 12")]
    public void A_number_is_written_as_on_signs(string tag, string number) => Assert.Equal([number], RoadNumber.Parse(tag));

    [Fact]
    public void The_best_known_of_several_numbers_comes_first() =>
        Assert.Equal(["CT.01", "QL.1", "AH1"], RoadNumber.Parse("AH1;QL1;CT.01;QL.1"));

    [Fact]
    public void A_number_of_fifty_thousand_letters_is_read_in_no_time() =>
        Assert.Single(RoadNumber.Parse(new string('A', 50_000) + "!"));

    [Theory]
    [InlineData("  Quốc lộ\t62 \r\n", "Quốc lộ 62")]
    [InlineData("Vàm Cỏ\u202Eneihgn", "Vàm Cỏneihgn")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>")]
    [InlineData("\u200B\u200E", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void A_value_is_one_line_of_visible_text(string? tag, string? kept) => Assert.Equal(kept, TagText.Clean(tag));

    [Fact]
    public void Decomposed_letters_are_stored_composed() =>
        Assert.Equal("Đức Hòa".Normalize(), TagText.Clean("Đức Hòa".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void A_name_of_a_megabyte_is_cut_to_what_OpenStreetMap_allows() =>
        Assert.Equal(TagText.Longest, TagText.Clean(new string('ệ', 1_000_000))!.Length);

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.NotNull(TagText.Clean("Kênh \uD83D"));

    [Theory]
    [InlineData("trunk", null, null, "roads/trunk")]
    [InlineData("motorway_link", null, null, "roads/motorway")]
    [InlineData("residential", null, null, "roads/local")]
    [InlineData("footway", null, null, null)]
    [InlineData(null, "river", "Sông Vàm Cỏ Đông", "waterways/river")]
    [InlineData(null, "river", "Rạch Tra", "canals/stream")]
    [InlineData(null, "river", "Kênh Thủ Thừa", "canals/canal")]
    [InlineData(null, "canal", "Sông Cần Giuộc", "waterways/river")]
    [InlineData(null, "canal", null, "canals/canal")]
    [InlineData(null, "drain", null, "canals/ditch")]
    [InlineData(null, "weir", "Kênh Thủ Thừa", null)]
    [InlineData(null, null, "Kênh Thủ Thừa", null)]
    public void A_way_goes_where_its_tags_and_its_Vietnamese_name_say(
        string? highway, string? waterway, string? name, string? place)
    {
        var kind = WayKind.Of(highway, waterway, name);

        Assert.Equal(place, kind is null ? null : $"{kind.Layer}/{kind.Class}");
    }
}
