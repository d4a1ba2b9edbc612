using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Filters;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>Writes rows of an <see cref="ItemSelection"/> as GeoJSON features, straight from the bytes that the database sends.</summary>
sealed class ItemWriter(ItemsRequest request)
{
    readonly GeoJsonShape shape = request.Crs.Shape;
    byte[] geometry = new byte[64 << 10];

    /// <summary>The row's id, as a text.</summary>
    public string Id(DbDataReader row) =>
        request.Collection.HasTextIds ? row.GetString(0) : row.GetInt64(0).ToString(CultureInfo.InvariantCulture);

    /// <summary>The cursor that stands on a row.</summary>
    public ItemCursor Cursor(DbDataReader row)
    {
        var first = ItemSelection.FirstColumn + request.Properties.Count(property => property.Column is not null);
        return new(Id(row), [.. request.Sort.Select((_, index) => row.FindString(first + index))]);
    }

    /// <summary>One feature; <paramref name="more"/> adds members beside its properties.</summary>
    public void Write(Utf8JsonWriter json, DbDataReader row, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (request.Collection.HasTextIds)
        {
            json.WriteString("id"u8, row.GetString(0));
        }
        else
        {
            json.WriteNumber("id"u8, row.GetInt64(0));
        }

        json.WritePropertyName("geometry"u8);
        WriteGeometry(json, row);
        json.WriteStartObject("properties"u8);
        WriteProperties(json, row);
        json.WriteEndObject();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    void WriteGeometry(Utf8JsonWriter json, DbDataReader row)
    {
        if (row.IsDBNull(2))
        {
            json.WriteNullValue();
            return;
        }

        var length = (int)row.GetBytes(2, 0, null, 0, 0);
        if (geometry.Length < length)
        {
            geometry = new byte[length];
        }

        row.GetBytes(2, 0, geometry, 0, length);
        shape.Write(json, geometry.AsSpan(0, length));
    }

    void WriteProperties(Utf8JsonWriter json, DbDataReader row)
    {
        using var attributes = row.IsDBNull(1) ? null : JsonDocument.Parse(row.GetString(1));
        var column = ItemSelection.FirstColumn;
        foreach (var property in request.Properties)
        {
            if (property.Column is null)
            {
                WriteAttribute(json, property, attributes);
            }
            else
            {
                WriteColumn(json, property, row, column++);
            }
        }
    }

    static void WriteColumn(Utf8JsonWriter json, OgcProperty property, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(property.Key);
            return;
        }

        switch (property.Kind)
        {
            case FilterKind.Number:
                json.WriteNumber(property.Key, row.GetDouble(column));
                break;
            case FilterKind.Boolean:
                json.WriteBoolean(property.Key, row.GetBoolean(column));
                break;
            default:
                json.WriteString(property.Key, row.GetString(column));
                break;
        }
    }

    // Lists inside attributes travel as their text, as in the other files: every property is one plain value.
    static void WriteAttribute(Utf8JsonWriter json, OgcProperty property, JsonDocument? attributes)
    {
        if (attributes is not { RootElement.ValueKind: JsonValueKind.Object } || !attributes.RootElement.TryGetProperty(property.Attribute!, out var value))
        {
            json.WriteNull(property.Key);
        }
        else if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            json.WriteString(property.Key, value.GetRawText());
        }
        else
        {
            json.WritePropertyName(property.Key);
            value.WriteTo(json);
        }
    }
}
