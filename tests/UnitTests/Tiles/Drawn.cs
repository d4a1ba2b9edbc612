using LongAnGis.Core.Tiles;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Tiles;

/// <summary>Draws geometries into one tile near Đức Hòa and reads the tile back.</summary>
static class Drawn
{
    internal static readonly TileAddress Tile = new(14, 13035, 7696);

    /// <summary>Draws WKT whose coordinates are units of the tile's grid, x right and y down.</summary>
    internal static DecodedFeature? OnGrid(string wkt, TileOptions? options = null) =>
        Feature(ToWgs84(new WKTReader().Read(wkt)).AsBinary(), options);

    internal static DecodedFeature? Feature(byte[] wkb, TileOptions? options = null)
    {
        using var tile = new TileEncoder(Tile, options);
        using (var layer = tile.Layer("layer"))
            layer.Add(1, wkb);
        return TileDecoder.Decode(tile.ToArray()).SingleOrDefault()?.Features.Single();
    }

    /// <summary>Degrees of a geometry given in units of the tile's grid.</summary>
    internal static Geometry ToWgs84(Geometry onGrid)
    {
        var geometry = onGrid.Copy();
        geometry.Apply(new Unproject());
        geometry.GeometryChanged();
        return geometry;
    }

    /// <summary>What was drawn as a geometry in units of the grid; rings go into polygons as the standard orders them.</summary>
    internal static Geometry Geometry(DecodedFeature feature)
    {
        var factory = new GeometryFactory();
        if (feature.Type == TileGeometryType.Point)
            return factory.CreateMultiPointFromCoords([.. feature.Parts[0].Select(Coordinate)]);
        if (feature.Type == TileGeometryType.Line)
        {
            return factory.CreateMultiLineString(
                [.. feature.Parts.Select(part => factory.CreateLineString([.. part.Select(Coordinate)]))]);
        }

        var polygons = new List<Polygon>();
        foreach (var ring in feature.Parts.Select(part => factory.CreateLinearRing([.. part.Append(part[0]).Select(Coordinate)])))
        {
            // Clockwise on the screen, where y points down, is counter-clockwise to NTS.
            if (NetTopologySuite.Algorithm.Orientation.IsCCW(ring.CoordinateSequence))
                polygons.Add(factory.CreatePolygon(ring));
            else
                polygons[^1] = factory.CreatePolygon(polygons[^1].Shell, [.. polygons[^1].Holes, ring]);
        }

        return factory.CreateMultiPolygon([.. polygons]);

        static Coordinate Coordinate((int X, int Y) point) => new(point.X, point.Y);
    }

    sealed class Unproject : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            const double metres = 2 * Core.Coordinates.WebMercator.HalfWorldMetres;
            var world = 4096.0 * (1 << Tile.Zoom);
            for (var i = 0; i < sequence.Count; i++)
            {
                var right = ((Tile.Column * 4096.0) + sequence.GetX(i)) / world;
                var down = ((Tile.Row * 4096.0) + sequence.GetY(i)) / world;
                var position = Core.Coordinates.WebMercator.ToWgs84((right - 0.5) * metres, (0.5 - down) * metres);
                sequence.SetX(i, position.Longitude);
                sequence.SetY(i, position.Latitude);
            }
        }
    }
}
