using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Ogc;

/// <summary>The same features as a page for people: a table of those asked for, or all that is known of one.</summary>
public sealed class ItemsTable(PublicDatabase database, RegisterCollections registers)
{
    /// <summary>A page that people read is short, and so is its table: these many rows and columns at most.</summary>
    const int MostRows = 100, MostColumns = 8;

    public async Task<OgcDocument.Content> Read(ItemsRequest asked, CancellationToken cancellation)
    {
        var items = asked with { Limit = Math.Min(asked.Limit, MostRows), Properties = Shown(asked) };
        var edition = await registers.Edition(items, cancellation);
        var writer = new ItemWriter(items);
        List<string[]> rows = [];
        List<string> addresses = [];
        ItemCursor? next = null;
        await using var command = new ItemSelection(items, edition).Page(database, items.After, items.Limit + 1);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var last = items.After;
        while (await row.ReadAsync(cancellation))
        {
            if (rows.Count == items.Limit)
            {
                next = last;
                break;
            }

            rows.Add([.. Cells(writer, row, items).Select(cell => cell.Text)]);
            addresses.Add(Address(items, writer.Id(row)));
            last = writer.Cursor(row);
        }

        return new(items.Collection.Title, items.Collection.Description, [.. OgcLinks.OfItems(items, next, edition)])
        {
            Page = items.Collection.Page,
            Table = new([.. items.Properties.Select(Heading)], rows, addresses),
        };
    }

    public async Task<OgcDocument.Content?> ReadOne(ItemsRequest items, string id, CancellationToken cancellation)
    {
        var selection = new ItemSelection(items, await registers.Edition(items, cancellation));
        await using var command = selection.One(database, id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        var cells = Cells(new ItemWriter(items), row, items).ToList();
        var title = cells.FirstOrDefault(cell => cell.Property.Key == "name_vi").Text ?? id;
        return new(new(title), items.Collection.Title, [.. OgcLinks.OfItem(items, id)])
        {
            Page = items.Collection.Layer is null ? items.Collection.Page : $"{items.Collection.Page}/{id}",
            Table = new(
                [new("Thuộc tính", "Property"), new("Giá trị", "Value")],
                // What is not known is left out: an empty cell would say that there is nothing.
                [.. cells.Where(cell => cell.Text.Length > 0).Select(cell => new[] { Heading(cell.Property).In(items.Request.IsEnglish), cell.Text })]),
        };
    }

    static Bilingual Heading(OgcProperty property) => property.Unit is { } unit
        ? new($"{property.Label.Vi} ({unit})", $"{property.Label.In(english: true)} ({unit})")
        : property.Label;

    // What tells features apart: their names, then what the layer's own table shows; or what was asked for.
    static IReadOnlyList<OgcProperty> Shown(ItemsRequest asked)
    {
        if (asked.Collection.Layer is not { } layer || asked.Request[ItemsRequest.PropertiesParameter] is not null)
        {
            return [.. asked.Properties.Take(MostColumns)];
        }

        var listed = layer.Attributes.Where(attribute => attribute.List).Select(attribute => attribute.Key).ToHashSet(StringComparer.Ordinal);
        return [.. asked.Properties
            .Where(property => property.Key is "code" or "name_vi" || (property.Attribute is { } key && listed.Contains(key)))
            .Take(MostColumns)];
    }

    static string Address(ItemsRequest items, string id) => items.Request.To(
        $"/collections/{items.Collection.Id}/items/{Uri.EscapeDataString(id)}",
        (OgcRequest.Format, "html"), (ItemsRequest.Datetime, items.Request[ItemsRequest.Datetime]));

    // Written as the JSON is, then read for people: codes by their meaning.
    static IEnumerable<(OgcProperty Property, string Text)> Cells(ItemWriter writer, DbDataReader row, ItemsRequest items)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            writer.Write(json, row);
        }

        using var feature = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        var values = feature.RootElement.GetProperty("properties");
        return [.. items.Properties.Select(property => (property, Meaning(property, values.GetProperty(property.Key), items.Request)))];
    }

    static string Meaning(OgcProperty property, JsonElement value, OgcRequest request) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => request.Language.Say("có", "yes"),
        JsonValueKind.False => request.Language.Say("không", "no"),
        JsonValueKind.String when property.Kind == FilterKind.Day && CalendarDay.Parse(value.GetString()!) is { } day => day.ToString("d", request.Language.Culture),
        JsonValueKind.Number => value.GetDouble().ToString("#,0.###", request.Language.Culture),
        _ => property.Codes?.FirstOrDefault(code => code.Value == value.GetString())?.Label.In(request.IsEnglish) ?? value.GetString()!,
    };
}
