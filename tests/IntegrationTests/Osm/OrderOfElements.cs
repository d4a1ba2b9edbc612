using System.Text;
using LongAnGis.Web.Osm;

namespace LongAnGis.IntegrationTests.Osm;

public sealed class OrderOfElements
{
    [Theory]
    [InlineData("<osm><node id='1'/><way id='2'></way></osm>", true)]
    [InlineData("<osm><way id='2'></way><node id='1'/></osm>", false)]
    [InlineData("<osm></osm>", true)]
    [InlineData("", true)]
    public async Task Is_told_wherever_a_reading_ends(string text, bool nodesFirst)
    {
        // Whatever the length of what stands before, a word may lie across the end of a reading.
        foreach (var before in Enumerable.Range((1 << 18) - 40, 50))
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', before) + text));

            Assert.Equal(nodesFirst, await ElementOrder.HasNodesFirst(stream, TestContext.Current.CancellationToken));
        }
    }
}
