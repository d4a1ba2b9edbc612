using LongAnGis.Core.Tiles;

namespace LongAnGis.UnitTests.Tiles;

public class DrawingGeometry
{
    [Fact]
    public void A_point_is_one_move() =>
        Assert.Equal([(100, 200)], Drawn.OnGrid("POINT (100 200)")!.Parts.Single());

    [Fact]
    public void A_point_beyond_the_buffer_is_not_drawn() => Assert.Null(Drawn.OnGrid("POINT (4161 200)"));

    [Fact]
    public void Points_of_one_feature_share_one_move() =>
        Assert.Equal([(1, 2), (3, 4)], Drawn.OnGrid("MULTIPOINT (1 2, 3 4, 9000 9000)")!.Parts.Single());

    [Fact]
    public void A_line_keeps_its_points_but_not_those_that_fall_together() =>
        Assert.Equal(
            [(0, 0), (10, 10), (20, 0)],
            Drawn.OnGrid("LINESTRING (0 0, 0.2 0.3, 10 10, 10.1 9.9, 20 0)")!.Parts.Single());

    [Fact]
    public void A_line_that_leaves_and_returns_becomes_two() =>
        Assert.Equal(
            [[(4000, 100), (4160, 100)], [(4160, 300), (4000, 300)]],
            Drawn.OnGrid("LINESTRING (4000 100, 5000 100, 5000 300, 4000 300)")!.Parts);

    [Fact]
    public void A_line_through_the_tile_is_cut_at_both_sides() =>
        Assert.Equal([(-64, 100), (4160, 100)], Drawn.OnGrid("LINESTRING (-9000 100, 9000 100)")!.Parts.Single());

    [Theory]
    [InlineData("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))")]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")]
    public void An_exterior_ring_turns_clockwise_on_the_screen(string wkt) =>
        Assert.True(GridParts.DoubleArea([.. Drawn.OnGrid(wkt)!.Parts.Single().Select(p => new GridPoint(p.X, p.Y))]) == 200);

    [Fact]
    public void A_hole_follows_its_shell_and_turns_the_other_way()
    {
        var parts = Drawn.OnGrid(
            "MULTIPOLYGON (((0 0, 0 90, 90 90, 90 0, 0 0), (20 20, 70 20, 70 70, 20 70, 20 20)), " +
            "((100 0, 150 0, 150 50, 100 50, 100 0)))")!.Parts;

        Assert.Equal([16200, -5000, 5000], parts.Select(part => GridParts.DoubleArea([.. part.Select(p => new GridPoint(p.X, p.Y))])));
    }

    [Fact]
    public void A_polygon_round_the_tile_becomes_the_buffered_tile() =>
        Assert.Equal(4224.0 * 4224, Drawn.Geometry(
            Drawn.OnGrid("POLYGON ((-9000 -9000, 9000 -9000, 9000 9000, -9000 9000, -9000 -9000))")!).Area);

    [Fact]
    public void A_comb_whose_back_lies_outside_becomes_its_teeth()
    {
        var drawn = Drawn.OnGrid(
            "POLYGON ((4000 0, 5000 0, 5000 500, 4000 500, 4000 400, 4500 400, 4500 300, 4000 300, 4000 200, 4500 200, " +
            "4500 100, 4000 100, 4000 0))")!;

        Assert.Equal(3, drawn.Parts.Count);
        Assert.Equal(3 * 160 * 100, Drawn.Geometry(drawn).Area);
    }

    [Fact]
    public void A_hole_across_the_edge_opens_the_ring()
    {
        var drawn = Drawn.OnGrid(
            "POLYGON ((3000 0, 5000 0, 5000 1000, 3000 1000, 3000 0), (4000 200, 4500 200, 4500 400, 4000 400, 4000 200))")!;

        Assert.Single(drawn.Parts);
        Assert.Equal((1160 * 1000) - (160 * 200), Drawn.Geometry(drawn).Area);
    }

    [Fact]
    public void A_neck_that_closes_on_the_grid_leaves_two_sound_rings()
    {
        var drawn = Drawn.OnGrid(
            "POLYGON ((0 0, 100 0, 100 50.1, 200 50.1, 200 0, 300 0, 300 100, 200 100, 200 50.4, 100 50.4, 100 100, 0 100, 0 0))")!;

        Assert.Equal(2, drawn.Parts.Count);
        Assert.True(Drawn.Geometry(drawn).IsValid);
        Assert.Equal(20_000, Drawn.Geometry(drawn).Area);
    }

    [Fact]
    public void A_bow_tie_is_drawn_as_the_surface_it_covers()
    {
        var drawn = Drawn.OnGrid("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))")!;

        Assert.True(Drawn.Geometry(drawn).IsValid);
        Assert.Equal(5000, Drawn.Geometry(drawn).Area);
    }

    [Fact]
    public void A_polygon_smaller_than_a_pixel_stays_a_pixel() =>
        Assert.Equal(64, Drawn.Geometry(Drawn.OnGrid("POLYGON ((10 10, 10.2 10, 10 10.2, 10 10))")!).Area);

    [Fact]
    public void A_polygon_smaller_than_a_pixel_goes_when_asked_to() =>
        Assert.Null(Drawn.OnGrid(
            "POLYGON ((10 10, 10.2 10, 10 10.2, 10 10))", new TileOptions { KeepsSmallPolygons = false }));

    [Fact]
    public void A_collection_is_drawn_by_what_has_the_most_dimensions()
    {
        var drawn = Drawn.OnGrid(
            "GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (POLYGON ((0 0, 50 0, 50 50, 0 0))), LINESTRING (5 5, 90 90))")!;

        Assert.Equal(TileGeometryType.Polygon, drawn.Type);
        Assert.Equal(1250, Drawn.Geometry(drawn).Area);
    }

    [Theory]
    [InlineData("POINT EMPTY")]
    [InlineData("LINESTRING EMPTY")]
    [InlineData("POLYGON EMPTY")]
    [InlineData("MULTIPOLYGON EMPTY")]
    [InlineData("GEOMETRYCOLLECTION EMPTY")]
    [InlineData("LINESTRING (7 7, 7.1 7.1)")]
    public void Nothing_to_see_draws_nothing(string wkt) => Assert.Null(Drawn.OnGrid(wkt));
}
