using LongAnGis.Core.Investment;

namespace LongAnGis.UnitTests.Investment;

/// <summary>Whom an investor's question reaches.</summary>
public sealed class AskingTheRightAgency
{
    [Theory]
    [InlineData("industrial-parks", null, "BQLKKT")]
    [InlineData("economic-zones", "Tập đoàn TWG", "BQLKKT")]
    [InlineData("industrial-clusters", "Công ty hạ tầng", "S-CT")]
    [InlineData("projects", "Ban Quản lý Khu kinh tế Long An", "BQLKKT")]
    [InlineData("projects", "Sở Công Thương", "S-CT")]
    [InlineData("projects", "Sở NN&PTNT", "S-NNPTNT")]
    [InlineData("projects", "Sở LĐ-TB&XH", "S-LDTBXH")]
    [InlineData("projects", "Sở VHTT&DL", "S-VHTTDL")]
    [InlineData("projects", "VinaCapital GS Energy Pte. Ltd.", "S-TC")]
    [InlineData("projects", "UBND TX Kiến Tường", "S-TC")]
    [InlineData("projects", null, "S-TC")]
    public void Follows_the_layer_and_the_body_that_a_source_names(string layer, string? body, string agency) =>
        Assert.Equal(agency, SiteAgency.Of(layer, body));
}
