using LongAnGis.Core.Tiles;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Tiles;

public class WritingALayer
{
    static readonly byte[] Point = Drawn.ToWgs84(new WKTReader().Read("POINT (5 5)")).AsBinary();

    [Fact]
    public void Features_keep_their_ids_and_attributes()
    {
        using var tile = new TileEncoder(Drawn.Tile);
        using (var layer = tile.Layer("industrial-parks"))
        {
            Assert.True(layer.Add(41, Point));
            layer.Tag("name", "KCN Đức Hòa 1");
            layer.Tag("area", 256.5);
            layer.Tag("count", -3);
            layer.Tag("whole", 12.0);
            layer.Tag("open", true);
            Assert.True(layer.Add(long.MaxValue, Point));
            layer.Tag("name", "KCN Đức Hòa 1");
        }

        var read = Assert.Single(TileDecoder.Decode(tile.ToArray()));
        Assert.Equal(("industrial-parks", 4096, 2), (read.Name, read.Extent, read.Version));
        Assert.Equal([41, long.MaxValue], read.Features.Select(feature => feature.Id));
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["name"] = "KCN Đức Hòa 1",
                ["area"] = 256.5,
                ["count"] = -3L,
                ["whole"] = 12L,
                ["open"] = true,
            },
            read.Features[0].Attributes);
        Assert.Equal("KCN Đức Hòa 1", read.Features[1].Attributes["name"]);
    }

    [Fact]
    public void A_repeated_value_is_written_once()
    {
        Assert.True(Length(repeated: true) < Length(repeated: false) - (99 * 20));

        static int Length(bool repeated)
        {
            using var tile = new TileEncoder(Drawn.Tile);
            using (var layer = tile.Layer("layer"))
            {
                for (var i = 0; i < 1000; i++)
                {
                    layer.Add(i, Point);
                    layer.Tag("name", $"một cái tên khá là dài {(repeated ? 7 : i)}");
                }
            }

            var features = TileDecoder.Decode(tile.ToArray())[0].Features;
            Assert.Equal($"một cái tên khá là dài {(repeated ? 7 : 999)}", features[999].Attributes["name"]);
            return tile.ToArray().Length;
        }
    }

    [Fact]
    public void Layers_stand_in_the_order_drawn_and_an_empty_one_leaves_no_trace()
    {
        using var tile = new TileEncoder(Drawn.Tile);
        foreach (var name in (string[])["b", "nothing", "a"])
        {
            using var layer = tile.Layer(name);
            if (name != "nothing")
                layer.Add(1, Point);
        }

        Assert.Equal(["b", "a"], TileDecoder.Decode(tile.ToArray()).Select(layer => layer.Name));
    }

    [Fact]
    public void A_tile_in_which_nothing_shows_has_no_bytes()
    {
        using var tile = new TileEncoder(Drawn.Tile);
        using (var layer = tile.Layer("layer"))
            Assert.False(layer.Add(1, new WKTReader().Read("POINT (0 0)").AsBinary()));

        Assert.Empty(tile.ToArray());
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        using var tile = new TileEncoder(Drawn.Tile, new TileOptions { LongestText = 3 });
        using (var layer = tile.Layer("layer"))
        {
            layer.Add(1, Point);
            layer.Tag("name", "ab😀cd");
        }

        Assert.Equal("ab", TileDecoder.Decode(tile.ToArray())[0].Features[0].Attributes["name"]);
    }

    [Fact]
    public void A_geometry_that_is_none_leaves_the_layer_usable()
    {
        using var tile = new TileEncoder(Drawn.Tile);
        using (var layer = tile.Layer("layer"))
        {
            layer.Add(1, Point);
            Assert.Throws<InvalidWkbException>(() => layer.Add(2, Point.AsSpan(0, 20)));
            layer.Add(3, Point);
        }

        Assert.Equal([1, 3], TileDecoder.Decode(tile.ToArray())[0].Features.Select(feature => feature.Id));
    }

    [Fact]
    public void The_same_features_give_the_same_bytes()
    {
        Assert.Equal(Bytes(), Bytes());

        static byte[] Bytes()
        {
            using var tile = new TileEncoder(Drawn.Tile);
            using (var layer = tile.Layer("layer"))
            {
                for (var i = 0; i < 50; i++)
                {
                    layer.Add(i, Point);
                    layer.Tag("n", i % 7);
                }
            }

            return tile.ToArray();
        }
    }

    [Fact]
    public void A_row_allocates_nothing()
    {
        using var tile = new TileEncoder(Drawn.Tile);
        using var layer = tile.Layer("layer");
        Draw(2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Draw(1000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);

        void Draw(int rows)
        {
            for (var i = 0; i < rows; i++)
            {
                layer.Add(i, Point);
                layer.Tag("name", "tên");
                layer.Tag("area", 12.5);
            }
        }
    }
}
