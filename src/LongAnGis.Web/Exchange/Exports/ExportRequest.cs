using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Ogc;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>Which features are exported, in which reference system and format.</summary>
/// <param name="Items">As the OGC API understands them; positions are written east before north, whatever the system registers.</param>
sealed record ExportRequest(ItemsRequest Items, ExportFormat Format)
{
    /// <summary>What the address takes beside <c>f</c>: everything that chooses among items, and nothing that pages.</summary>
    public static readonly IReadOnlyList<string> Parameters =
    [
        .. ItemsRequest.Parameters.Except([ItemsRequest.LimitParameter, ItemsRequest.AfterParameter, ItemsRequest.SortBy]), RegisterCollections.EditionParameter,
    ];

    public OgcCollection Collection => Items.Collection;

    public DateOnly AsOf => Items.Period.From!.Value;

    /// <summary>The file's name without its extension: ASCII, because file systems and mail programs still differ about Vietnamese.</summary>
    public string Stem => string.Create(CultureInfo.InvariantCulture, $"longan_{Collection.Id}_{CalendarDay.Write(AsOf)}_{Items.Crs.Srid}");

    public string FileName => $"{Stem}.{Format.Extension}";

    /// <exception cref="RefusedException">400, naming the parameter that cannot be answered.</exception>
    public static ExportRequest Read(OgcRequest request, OgcCollection collection, PointInTime moment, ExportFormat format)
    {
        var items = ItemsRequest.Read(request, collection, moment);
        if (!items.Period.IsOneDay)
        {
            throw OgcRequest.Bad(ItemsRequest.Datetime, "ở đây phải là một ngày.", "must be one day here.");
        }

        return format.Takes(items.Crs)
            ? new(items with { Crs = items.Crs with { NorthFirst = false } }, format)
            : throw (format.IsKml
                ? OgcRequest.Bad(ItemsRequest.CrsParameter, "phải là WGS 84 (4326) với KML.", "must be WGS 84 (4326) for KML.")
                : OgcRequest.Bad(ItemsRequest.CrsParameter, "phải là một hệ tính bằng mét với DGN.", "must be a system in metres for DGN."));
    }
}
