using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Files;

/// <summary>GeoJSON by RFC 7946 with one feature a line, so that a change of one thing is a change of one line.</summary>
public static class GeoJson
{
    /// <summary>About one metre on the ground: storage precision, not accuracy.</summary>
    const int Decimals = 5;

    static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the features of a reference file: properties as text, geometry as it stands.</summary>
    public static IReadOnlyList<(Row Properties, Geometry Geometry)> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(feature =>
        {
            var properties = feature.GetProperty("properties").EnumerateObject().ToDictionary(
                property => property.Name,
                property => property.Value.ToString().Normalize(NormalizationForm.FormC));
            return (new Row(properties), Geometry(feature.GetProperty("geometry")));
        })];
    }

    public static byte[] Write(string layer, IEnumerable<SeedFeature> features)
    {
        var text = new StringBuilder($"{{\"type\":\"FeatureCollection\",\"name\":\"{layer}\",\"features\":[");
        var separator = "\n";
        foreach (var feature in features)
        {
            text.Append(separator).Append(Line(feature));
            separator = ",\n";
        }
        return Encoding.UTF8.GetBytes(text.Append("\n]}\n").ToString());
    }

    static string Line(SeedFeature feature)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", feature.Code);
            WriteProperties(json, feature);
            json.WritePropertyName("geometry");
            WriteGeometry(json, feature.Geometry);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    static void WriteProperties(Utf8JsonWriter json, SeedFeature feature)
    {
        json.WriteStartObject("properties");
        json.WriteString("code", feature.Code);
        json.WriteString("name_vi", feature.NameVi);
        json.WriteString("name_en", feature.NameEn ?? feature.NameVi);
        json.WriteString("plan", feature.Plan);
        json.WriteString("quality", feature.Quality);
        json.WriteString("geometry_source", feature.GeometrySource);
        json.WriteString("in_force_from", feature.InForceFrom?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("in_force_to", feature.InForceTo?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("instrument", feature.Instrument);
        json.WriteString("change_set", feature.ChangeSet);
        json.WriteString("successor", feature.Successor);
        json.WriteStartArray("sources");
        foreach (var source in feature.Sources)
        {
            json.WriteStringValue(source);
        }
        json.WriteEndArray();
        json.WriteString("note", feature.Note);
        json.WriteStartObject("attributes");
        foreach (var (key, value) in feature.Attributes)
        {
            WriteAttribute(json, key, value);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteAttribute(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(key, text); break;
            case decimal number: json.WriteNumber(key, number); break;
            case bool truth: json.WriteBoolean(key, truth); break;
            default: throw new ArgumentException($"'{key}' holds a {value.GetType().Name}.", nameof(value));
        }
    }

    static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName("coordinates");
        WriteCoordinates(json, geometry);
        json.WriteEndObject();
    }

    static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.Coordinate);
                break;
            case LineString line:
                WritePositions(json, line.Coordinates);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WritePositions(json, Turned(polygon.Shell, counterClockwise: true));
                foreach (var hole in polygon.Holes)
                {
                    WritePositions(json, Turned(hole, counterClockwise: false));
                }
                json.WriteEndArray();
                break;
            default:
                json.WriteStartArray();
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    WriteCoordinates(json, geometry.GetGeometryN(i));
                }
                json.WriteEndArray();
                break;
        }
    }

    // RFC 7946, 3.1.6: outer rings run counter-clockwise, holes clockwise.
    static Coordinate[] Turned(LinearRing ring, bool counterClockwise) =>
        ring.IsCCW == counterClockwise ? ring.Coordinates : ring.Reverse().Coordinates;

    static void WritePositions(Utf8JsonWriter json, Coordinate[] positions)
    {
        json.WriteStartArray();
        foreach (var position in positions)
        {
            WritePosition(json, position);
        }
        json.WriteEndArray();
    }

    static void WritePosition(Utf8JsonWriter json, Coordinate position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round((decimal)position.X, Decimals));
        json.WriteNumberValue(Math.Round((decimal)position.Y, Decimals));
        json.WriteEndArray();
    }

    static Geometry Geometry(JsonElement json)
    {
        var coordinates = json.GetProperty("coordinates");
        return json.GetProperty("type").GetString() switch
        {
            "Point" => Wgs84.CreatePoint(Position(coordinates)),
            "LineString" => Wgs84.CreateLineString(Positions(coordinates)),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Wgs84.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            var other => throw new InvalidDataException($"No reader for a {other}."),
        };
    }

    static Polygon Polygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(ring => Wgs84.CreateLinearRing(Positions(ring))).ToArray();
        return Wgs84.CreatePolygon(all[0], all[1..]);
    }

    static Coordinate[] Positions(JsonElement json) => [.. json.EnumerateArray().Select(Position)];

    static Coordinate Position(JsonElement json) => new(json[0].GetDouble(), json[1].GetDouble());
}
