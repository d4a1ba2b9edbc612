using LongAnGis.Core.Text;

namespace LongAnGis.UnitTests.Text;

public class RankingNames
{
    [Fact]
    public void Exact_diacritics_come_first()
    {
        string[] names = ["Dương Minh Châu", "Duong", "Đường tỉnh 830", "An Dương", "Con đường"];

        Assert.Equal("Đường tỉnh 830", names.Order(new Relevance("đường")).First());
        Assert.Equal("Con đường", names.Order(new Relevance("đường")).ElementAt(1));
        Assert.Equal("Dương Minh Châu", names.Order(new Relevance("dương")).First());
        Assert.Equal("Duong", names.Order(new Relevance("duong")).First());
    }

    [Theory]
    [InlineData("đức hòa", "Đức Hoà", 0)]
    [InlineData("đức", "Đức Hòa", 1)]
    [InlineData("hòa", "Đức Hoà", 2)]
    [InlineData("duc hoa", "Đức Hòa", 3)]
    [InlineData("duc", "Đức Hòa", 4)]
    [InlineData("hoa", "Đức Hòa", 5)]
    [InlineData("uc", "Đức Hòa", 6)]
    [InlineData("bến lức", "Đức Hòa", 7)]
    [InlineData("", "Đức Hòa", 7)]
    [InlineData("kcn đức hòa", "Khu công nghiệp Đức Hòa", 3)]
    [InlineData("quốc lộ 62", "QL 62", 3)]
    public void A_name_ranks_by_how_it_meets_the_query(string query, string name, int rank) =>
        Assert.Equal(rank, new Relevance(query).Of(name));
}
