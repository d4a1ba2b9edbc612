using CsCheck;
using LongAnGis.Core.Lookup;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>What a layer says of a parcel adds up to the parcel.</summary>
public sealed class LayingParcelsOverLayers
{
    /// <summary>A coverage of 60 irregular zones on a square of 2 km of the grid.</summary>
    static readonly Geometry[] Zones = Coverage();

    static readonly Gen<Polygon> Parcels =
        Gen.Select(Gen.Double[570_100, 571_900], Gen.Double[1_203_100, 1_204_900], Gen.Double[5, 90], Gen.Double[0.2, 1].Array[5, 24])
            .Select((east, north, radius, reach) => Star(east, north, radius, reach));

    [Fact]
    public void Parts_and_rest_add_up_to_the_parcel_to_a_hundredth_of_a_square_metre_over_ten_thousand_parcels() =>
        Gen.Select(Parcels, Gen.Int[0, Zones.Length]).Sample(
            (parcel, count) =>
            {
                var overlay = ParcelOverlay.Of(parcel, Zones.Take(count).Select((zone, i) => (i, zone)));

                var sum = overlay.Parts.Sum(part => part.AreaSquareMetres) + overlay.Rest.Area;
                Assert.Equal(parcel.Area, sum, 0.01);
            },
            iter: 10_000);

    [Fact]
    public void A_parcel_beyond_every_zone_is_all_rest()
    {
        var parcel = Star(600_000, 1_250_000, 50, [1, 1, 1, 1]);

        var overlay = ParcelOverlay.Of(parcel, Zones.Select((zone, i) => (i, zone)));

        Assert.Empty(overlay.Parts);
        Assert.Equal(parcel.Area, overlay.Rest.Area, 1e-9);
    }

    [Fact]
    public void Counts_slivers_apart_and_leaves_their_area_in_the_rest()
    {
        var parcel = Box(0, 0, 100, 100);

        var overlay = ParcelOverlay.Of(parcel, [("mostly", Box(-10, -10, 99.97, 110)), ("edge", Box(99.97, -10, 200, 110))]);

        Assert.Equal("mostly", Assert.Single(overlay.Parts).Thing);
        Assert.Equal(1, overlay.Slivers);
        Assert.Equal(3, overlay.Rest.Area, 1e-6);
    }

    [Fact]
    public void A_zone_that_only_touches_covers_nothing()
    {
        var overlay = ParcelOverlay.Of(Box(0, 0, 100, 100), [("beside", Box(100, 0, 200, 100)), ("at a corner", Box(-50, -50, 0, 0))]);

        Assert.Empty(overlay.Parts);
        Assert.Equal(0, overlay.Slivers);
    }

    [Fact]
    public void Zones_that_overlap_each_other_are_each_told_in_full_and_the_rest_is_what_neither_covers()
    {
        var overlay = ParcelOverlay.Of(Box(0, 0, 100, 100), [("a", Box(0, 0, 60, 100)), ("b", Box(40, 0, 80, 100))]);

        Assert.Equal([("a", 6000.0), ("b", 4000.0)], overlay.Parts.Select(part => (part.Thing, Math.Round(part.AreaSquareMetres, 6))));
        Assert.Equal(2000, overlay.Rest.Area, 1e-6);
    }

    static Polygon Star(double east, double north, double radius, double[] reach) => new(new LinearRing(
    [
        .. Enumerable.Range(0, reach.Length + 1).Select(i =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i % reach.Length) / reach.Length);
            var far = radius * reach[i % reach.Length];
            return new Coordinate(east + far * cos, north + far * sin);
        }),
    ]));

    static Polygon Box(double west, double south, double east, double north) =>
        (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(west, east, south, north));

    static Geometry[] Coverage()
    {
        var random = new Random(686);
        var square = new Envelope(570_000, 572_000, 1_203_000, 1_205_000);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = square };
        builder.SetSites(Enumerable.Range(0, 60)
            .Select(_ => new Coordinate(570_000 + random.NextDouble() * 2_000, 1_203_000 + random.NextDouble() * 2_000)).ToArray());
        var diagram = builder.GetDiagram(GeometryFactory.Default);
        return [.. Enumerable.Range(0, diagram.NumGeometries).Select(i => diagram.GetGeometryN(i).Intersection(GeometryFactory.Default.ToGeometry(square)))];
    }
}
