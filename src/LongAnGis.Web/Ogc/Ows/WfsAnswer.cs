using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>What one GetFeature asks for.</summary>
/// <param name="Ids">Features by name (<c>communes.12</c>); empty for all that match.</param>
/// <param name="Reference">The reference system in the words of the request.</param>
sealed record WfsPage(ItemsRequest Items, int Start, IReadOnlyList<string> Ids, string Reference, string Address);

/// <summary>
/// A page of features as GML 3.2 or GeoJSON, written while it is read. Pages are counted from the front, as WFS wants it; the link to the
/// next names the publication, so that one in between shifts nothing.
/// </summary>
sealed class WfsAnswer(PublicDatabase database, RegisterCollections registers, TimeProvider clock)
{
    const int RowsAtOnce = 500;

    static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task<IResult> Hits(WfsPage page, CancellationToken cancellation)
    {
        var selection = new ItemSelection(page.Items, await registers.Edition(page.Items, cancellation));
        await using var count = selection.CountAll(database);
        var matched = (long)(await count.ExecuteScalarAsync(cancellation))!;
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, OwsAnswers.Streamed))
        {
            Begin(xml, page, matched.ToString(CultureInfo.InvariantCulture), 0);
            xml.WriteEndElement();
        }

        return Results.Bytes(bytes.ToArray(), WfsEndpoints.Gml);
    }

    public async Task Write(WfsPage page, bool asJson, CancellationToken cancellation)
    {
        var selection = new ItemSelection(page.Items, await registers.Edition(page.Items, cancellation));
        await using var count = selection.Count(database);
        var matched = (long)(await count.ExecuteScalarAsync(cancellation))!;
        await using var rest = selection.CountPage(database, page.Start, page.Items.Limit);
        var returned = page.Ids.Count > 0 ? page.Ids.Count : (int)(long)(await rest.ExecuteScalarAsync(cancellation))!;
        var told = page.Ids.Count > 0 ? returned.ToString(CultureInfo.InvariantCulture)
            : matched > ItemSelection.MostCounted ? "unknown" : matched.ToString(CultureInfo.InvariantCulture);
        var response = page.Items.Request.Context.Response;
        (response.ContentType, response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = (asJson ? WfsEndpoints.Json : WfsEndpoints.Gml, "no-cache", "*");
        if (asJson)
        {
            await WriteJson(page, selection, told, returned, cancellation);
        }
        else
        {
            await WriteGml(page, selection, told, returned, cancellation);
        }
    }

    async Task WriteGml(WfsPage page, ItemSelection selection, string matched, int returned, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using var xml = XmlWriter.Create(bytes, OwsAnswers.Streamed);
        var found = page.Ids.Count == 0 ? null : await One(page, selection, cancellation);
        Begin(xml, page, found is null ? matched : Known(found), found?.Count ?? returned);
        var (writer, items) = (new GmlFeature(page.Items, page.Reference), new ItemWriter(page.Items));
        await foreach (var row in Rows(page, selection, items, found, returned, cancellation))
        {
            xml.WriteStartElement("wfs", "member", GmlNames.Wfs);
            writer.Write(xml, row, items.Id(row));
            xml.WriteEndElement();
            if (bytes.Length > 64 << 10)
            {
                await Send(page, bytes, cancellation);
            }
        }

        xml.WriteEndElement();
        await xml.FlushAsync();
        await Send(page, bytes, cancellation);
    }

    async Task WriteJson(WfsPage page, ItemSelection selection, string matched, int returned, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using var json = new Utf8JsonWriter(bytes, Readable);
        var found = page.Ids.Count == 0 ? null : await One(page, selection, cancellation);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        if (!page.Items.Crs.IsStored)
        {
            // RFC 7946 knows WGS 84 alone; older readers look for this member.
            json.WriteStartObject("crs"u8);
            json.WriteString("type"u8, "name"u8);
            json.WriteStartObject("properties"u8);
            json.WriteString("name"u8, WfsReference.Urn(page.Items.Crs));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("features"u8);
        var items = new ItemWriter(page.Items);
        await foreach (var row in Rows(page, selection, items, found, returned, cancellation))
        {
            items.Write(json, row);
            if (json.BytesPending > 32 << 10)
            {
                await json.FlushAsync(cancellation);
                await Send(page, bytes, cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("numberReturned"u8, found?.Count ?? returned);
        json.WriteString("numberMatched"u8, found is null ? matched : Known(found));
        json.WriteString("timeStamp"u8, Stamp());
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await Send(page, bytes, cancellation);
    }

    static string Known(IReadOnlyList<string> found) => found.Count.ToString(CultureInfo.InvariantCulture);

    // Which of the named features there are; a name of another type is of none.
    async Task<IReadOnlyList<string>> One(WfsPage page, ItemSelection selection, CancellationToken cancellation)
    {
        var (found, prefix) = (new List<string>(), page.Items.Collection.Id + ".");
        foreach (var id in page.Ids.Take(page.Items.Limit).Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Select(id => id[prefix.Length..]))
        {
            if (!page.Items.Collection.HasTextIds && Writing.ItemState.Number(id) is null)
            {
                continue;
            }

            await using var command = selection.One(database, id);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            if (await row.ReadAsync(cancellation))
            {
                found.Add(id);
            }
        }

        return found;
    }

    async IAsyncEnumerable<DbDataReader> Rows(
        WfsPage page, ItemSelection selection, ItemWriter items, IReadOnlyList<string>? named, int returned,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var id in named ?? [])
        {
            await using var command = selection.One(database, id);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            if (await row.ReadAsync(cancellation))
            {
                yield return row;
            }
        }

        // Only the first rows are counted off; those after them are found by key.
        ItemCursor? after = null;
        for (var left = named is null ? returned : 0; left > 0;)
        {
            await using var command = selection.Page(database, after, Math.Min(RowsAtOnce, left), after is null ? page.Start : 0);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var before = left;
            while (await row.ReadAsync(cancellation))
            {
                yield return row;
                (after, left) = (items.Cursor(row), left - 1);
            }

            if (left == before)
            {
                yield break;
            }
        }
    }

    void Begin(XmlWriter xml, WfsPage page, string matched, int returned)
    {
        xml.WriteStartElement("wfs", "FeatureCollection", GmlNames.Wfs);
        xml.WriteAttributeString("xmlns", "gml", null, GmlNames.Gml);
        xml.WriteAttributeString("xmlns", "longan", null, GmlNames.Own);
        xml.WriteAttributeString("xmlns", "xsi", null, OwsAnswers.Xsi.NamespaceName);
        var describe = $"{page.Address}?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames={page.Items.Collection.Id}";
        xml.WriteAttributeString(
            "schemaLocation", OwsAnswers.Xsi.NamespaceName,
            $"{GmlNames.Wfs} http://schemas.opengis.net/wfs/2.0/wfs.xsd {GmlNames.Gml} http://schemas.opengis.net/gml/3.2.1/gml.xsd {GmlNames.Own} {describe}");
        xml.WriteAttributeString("timeStamp", Stamp());
        xml.WriteAttributeString("numberMatched", matched);
        xml.WriteAttributeString("numberReturned", returned.ToString(CultureInfo.InvariantCulture));
        if (returned > 0 && returned == page.Items.Limit && page.Ids.Count == 0)
        {
            xml.WriteAttributeString("next", Next(page, returned));
        }
    }

    static string Next(WfsPage page, int returned)
    {
        var own = page.Items.Request.Context.Request.Query
            .Where(one => !one.Key.Equals("startindex", StringComparison.OrdinalIgnoreCase) && !one.Key.Equals(AskedTime.KnownAtParameter, StringComparison.OrdinalIgnoreCase))
            .Select(one => KeyValuePair.Create(one.Key, (string?)one.Value.ToString()))
            .Append(new("startIndex", (page.Start + returned).ToString(CultureInfo.InvariantCulture)))
            .Append(new(AskedTime.KnownAtParameter, KnownAt.After(page.Items.Moment.Revision).ToString()));
        return page.Address + QueryString.Create(own);
    }

    string Stamp() => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static async Task Send(WfsPage page, MemoryStream bytes, CancellationToken cancellation)
    {
        await page.Items.Request.Context.Response.BodyWriter.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellation);
        bytes.SetLength(0);
    }
}

/// <summary>Writes one row of an <see cref="ItemSelection"/> as a feature of GML 3.2 (ISO 19136, simple features).</summary>
sealed class GmlFeature(ItemsRequest items, string reference)
{
    readonly WKBReader shapes = new();
    readonly GmlShape shape = new(reference, items.Crs.NorthFirst, items.Crs.InDegrees ? 9 : 4);

    public void Write(XmlWriter xml, DbDataReader row, string id)
    {
        var name = GmlNames.Id($"{items.Collection.Id}.{id}");
        xml.WriteStartElement("longan", items.Collection.Id, GmlNames.Own);
        xml.WriteAttributeString("gml", "id", GmlNames.Gml, name);
        using var attributes = row.IsDBNull(1) ? null : JsonDocument.Parse(row.GetString(1));
        var column = ItemSelection.FirstColumn;
        foreach (var property in items.Properties)
        {
            var text = property.Column is null ? Attribute(property, attributes) : Column(property, row, column++);
            if (text is not null)
            {
                xml.WriteElementString("longan", XmlConvert.EncodeLocalName(property.Key)!, GmlNames.Own, OwsAnswers.Clean(text));
            }
        }

        if (!row.IsDBNull(2))
        {
            xml.WriteStartElement("longan", OgcCollection.GeometryName, GmlNames.Own);
            shape.Write(xml, shapes.Read(row.GetFieldValue<byte[]>(2)), name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static string? Column(OgcProperty property, DbDataReader row, int column) => row.IsDBNull(column) ? null : property.Kind switch
    {
        FilterKind.Number => row.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        FilterKind.Boolean => row.GetBoolean(column) ? "true" : "false",
        _ => row.GetString(column),
    };

    static string? Attribute(OgcProperty property, JsonDocument? attributes) =>
        attributes is { RootElement.ValueKind: JsonValueKind.Object } && attributes.RootElement.TryGetProperty(property.Attribute!, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            }
            : null;
}
