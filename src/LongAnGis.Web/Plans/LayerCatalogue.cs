using System.Collections.Concurrent;
using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Plans;

/// <summary>The layers that the public may see. Layers are data: what is published here needs no code of its own.</summary>
public sealed class LayerCatalogue(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<LayerCatalogue>();

    // Definitions change rarely and every page needs all of them: the same text is parsed once.
    readonly ConcurrentDictionary<string, IReadOnlyList<AttributeDefinition>> schemas = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Symbol> symbols = new(StringComparer.Ordinal);

    /// <summary>All layers in drawing order, bottom first, under their headings, as they speak of themselves at a revision.</summary>
    public async Task<Layers> All(int revision, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(revision);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var layers = new List<Layer>();
        var headings = new Dictionary<string, (int Position, Bilingual Name)>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            layers.Add(Read(row));
            headings[row.GetString(2)] = (row.GetInt32(22), row.GetBilingual(23));
        }

        return new(layers, [.. headings.OrderBy(heading => heading.Value.Position).Select(heading => new LayerGroup(
            heading.Key,
            heading.Value.Name,
            [.. layers.Where(layer => layer.Group == heading.Key).Reverse()]))]);
    }

    Layer Read(DbDataReader row) => new(
        Code: row.GetString(0),
        IsPlanScoped: row.GetBoolean(1),
        Group: row.GetString(2),
        Position: row.GetInt32(3),
        Name: row.GetBilingual(4),
        Description: row.FindBilingual(6),
        GeometryKind: row.GetString(8),
        Attributes: Parsed(schemas, row.GetString(9), AttributeDefinition.ParseSchema),
        Symbol: row.GetString(10) is "{}" ? Symbol.Plain(row.GetString(8)) : Parsed(symbols, row.GetString(10), Symbol.Parse),
        TileAttributes: row.GetFieldValue<string[]>(11),
        MinZoom: row.GetInt32(12),
        MaxZoom: row.GetInt32(13),
        LegalBasis: row.FindString(14),
        LegalBasisNumber: row.FindString(21),
        Completeness: row.FindBilingual(15),
        CurrencyOn: row.Find<DateOnly>(17),
        Source: row.FindBilingual(18),
        IsOnByDefault: row.GetBoolean(20));

    static T Parsed<T>(ConcurrentDictionary<string, T> known, string json, Func<string, T> parse)
    {
        if (known.Count > 1000)
            known.Clear();
        return known.GetOrAdd(json, parse);
    }
}

/// <summary>The public layers: in drawing order, and under their headings.</summary>
public sealed record Layers(IReadOnlyList<Layer> InDrawingOrder, IReadOnlyList<LayerGroup> Groups)
{
    public Layer? Find(string code) => InDrawingOrder.FirstOrDefault(layer => layer.Code == code);

    /// <summary>The layers that the map shows, bottom first: those chosen, or those on by default.</summary>
    public IReadOnlyList<Layer> Visible(IReadOnlyList<string>? chosen) =>
        [.. InDrawingOrder.Where(layer => chosen?.Contains(layer.Code) ?? layer.IsOnByDefault)];
}
