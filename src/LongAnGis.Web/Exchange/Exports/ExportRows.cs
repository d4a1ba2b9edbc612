using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Ogc;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>A feature that is exported.</summary>
/// <param name="Number">Its id, where it is a number.</param>
/// <param name="Geometry">East before north, in the system that was asked for; null for no place.</param>
/// <param name="Values">In the order of the properties: text, double, long, bool or day.</param>
sealed record ExportRow(string Id, long? Number, Geometry? Geometry, IReadOnlyList<object?> Values);

/// <summary>Reads what is exported, some hundred rows at a time: memory stays the same whatever the number of features.</summary>
sealed class ExportRows(PublicDatabase database, RegisterCollections registers)
{
    /// <summary>Rows of one statement, and bytes of geometry after which it is left early.</summary>
    const int RowsAtOnce = 1000, BytesAtOnce = 8 << 20;

    public async IAsyncEnumerable<ExportRow> Of(ItemsRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var selection = new ItemSelection(request, await registers.Edition(request, cancellation));
        var writer = new ItemWriter(request);
        var shapes = new PostGisReader();
        ItemCursor? after = null;
        while (true)
        {
            var page = new List<ExportRow>();
            var (bytes, isLast) = (0L, true);
            await using (var command = selection.Page(database, after, RowsAtOnce))
            {
                await using var row = await command.ExecuteReaderAsync(cancellation);
                while (await row.ReadAsync(cancellation))
                {
                    page.Add(Read(row, request, shapes, writer.Id(row), ref bytes));
                    after = writer.Cursor(row);
                    if (page.Count == RowsAtOnce || bytes > BytesAtOnce)
                    {
                        isLast = false;
                        break;
                    }
                }
            }

            foreach (var feature in page)
            {
                yield return feature;
            }

            if (isLast)
            {
                yield break;
            }
        }
    }

    static ExportRow Read(DbDataReader row, ItemsRequest request, PostGisReader shapes, string id, ref long bytes)
    {
        Geometry? geometry = null;
        if (!row.IsDBNull(2))
        {
            var shape = row.GetFieldValue<byte[]>(2);
            bytes += shape.Length;
            geometry = shapes.Read(shape);
        }

        using var attributes = row.IsDBNull(1) ? null : JsonDocument.Parse(row.GetString(1));
        var column = ItemSelection.FirstColumn;
        var values = request.Properties
            .Select(property => property.Column is null ? Attribute(property, attributes) : Column(property, row, column++))
            .ToList();
        return new(id, request.Collection.HasTextIds ? null : long.Parse(id, CultureInfo.InvariantCulture), geometry, values);
    }

    static object? Column(OgcProperty property, DbDataReader row, int column) => row.IsDBNull(column) ? null : property.Kind switch
    {
        FilterKind.Number => property.Type == AttributeType.Integer ? (long)row.GetDouble(column) : row.GetDouble(column),
        FilterKind.Boolean => row.GetBoolean(column),
        FilterKind.Day => Day(row.GetString(column)),
        _ => row.GetString(column),
    };

    // Values keep the type of the schema where the stored JSON has it; anything else travels as text.
    static object? Attribute(OgcProperty property, JsonDocument? attributes)
    {
        if (attributes is not { RootElement.ValueKind: JsonValueKind.Object } || !attributes.RootElement.TryGetProperty(property.Attribute!, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Number when property.Type == AttributeType.Integer && value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when property.Type == AttributeType.Date => Day(value.GetString()!),
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }

    static object Day(string text) => CalendarDay.Parse(text) is { } day ? day : text;
}
