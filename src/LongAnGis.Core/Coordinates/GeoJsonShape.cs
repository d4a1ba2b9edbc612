using System.Text.Json;
using LongAnGis.Core.Tiles;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// Writes well-known binary as a GeoJSON geometry (RFC 7946, 3.1) number by number, without making objects of it. Numbers are
/// rounded to what the reference system deserves: nine decimals of a degree and four of a metre are both a tenth of a millimetre.
/// </summary>
/// <param name="NorthFirst">Whether the reference system writes latitude or northing first.</param>
public sealed record GeoJsonShape(bool NorthFirst = false, int Decimals = 9)
{
    static readonly string[] Types =
        ["", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"];

    /// <exception cref="InvalidWkbException">The bytes are no geometry.</exception>
    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        Geometry(json, ref cursor);
    }

    void Geometry(Utf8JsonWriter json, ref WkbCursor cursor)
    {
        var kind = cursor.ReadHead();
        json.WriteStartObject();
        json.WriteString("type"u8, Types[(int)kind]);
        json.WritePropertyName(kind == WkbKind.Collection ? "geometries"u8 : "coordinates"u8);
        if (kind == WkbKind.Collection)
        {
            json.WriteStartArray();
            for (var parts = cursor.ReadCount(5); parts > 0; parts--)
                Geometry(json, ref cursor);
            json.WriteEndArray();
        }
        else
        {
            Coordinates(json, ref cursor, kind);
        }

        json.WriteEndObject();
    }

    void Coordinates(Utf8JsonWriter json, ref WkbCursor cursor, WkbKind kind)
    {
        switch (kind)
        {
            case WkbKind.Point:
                Position(json, cursor.ReadPositions(1)[0]);
                return;
            case WkbKind.LineString:
                Line(json, ref cursor);
                return;
            case WkbKind.Polygon:
                json.WriteStartArray();
                for (var rings = cursor.ReadCount(4); rings > 0; rings--)
                    Line(json, ref cursor);
                json.WriteEndArray();
                return;
            default:
                json.WriteStartArray();
                for (var parts = cursor.ReadCount(5); parts > 0; parts--)
                    Coordinates(json, ref cursor, cursor.ReadHead());
                json.WriteEndArray();
                return;
        }
    }

    void Line(Utf8JsonWriter json, ref WkbCursor cursor)
    {
        var positions = cursor.ReadPositions(cursor.ReadCount(16));
        json.WriteStartArray();
        for (var i = 0; i < positions.Count; i++)
            Position(json, positions[i]);
        json.WriteEndArray();
    }

    void Position(Utf8JsonWriter json, (double East, double North) position)
    {
        var (first, second) = NorthFirst ? (position.North, position.East) : position;
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(first, Decimals));
        json.WriteNumberValue(Math.Round(second, Decimals));
        json.WriteEndArray();
    }
}
