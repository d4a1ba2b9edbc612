using LongAnGis.Core.Investment.Roads;
using LongAnGis.Core.Osm;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Osm;

/// <summary>What an extract says about the layers that imports fill, and its network of roads.</summary>
sealed record ExtractFeatures(ExtractIdentity Identity, IReadOnlyList<OsmFeature> Features, IReadOnlyList<RoadWay> Roads);

/// <summary>Reads an extract into features: roads, canals and rivers from its ways, places from its nodes.</summary>
sealed class ExtractReader(PlanDatabase database, Ogr2Ogr gdal, Terminal terminal)
{
    static readonly string OutlineQuery = Sql.Beside<ExtractReader>("ProvinceOutline");

    public async Task<ExtractFeatures> Read(Extract extract, Reading reading, CancellationToken cancellation)
    {
        var window = new MapWindow(await Outline(cancellation));
        ExtractContent content;
        try
        {
            content = await Read(extract, reading, window, cancellation);
        }
        catch (UnsortedException)
        {
            terminal.Say("Tệp chưa được sắp xếp, đọc lại theo cách chậm hơn…", "The file is not sorted, reading it again in a slower way…");
            content = await Read(extract, reading with { IsSorted = false }, window, cancellation);
        }

        if (content.IsEmpty)
            throw OsmRefusal.NothingInside(extract.Name);

        var identity = ExtractIdentity.Of(extract, content.NewestEdit);
        terminal.Say("Đang nối các đoạn cùng tên, cùng số hiệu…", "Joining parts of the same name and number…");
        return new(identity,
        [
            .. WayGroups.Of(content.Ways).Select(OsmCourse.Of).Select(course => OsmFeature.Of(course, identity.InstrumentCode)),
            .. content.Places.Select(place => OsmFeature.Of(place, identity.InstrumentCode)),
        ], content.Roads);
    }

    async Task<ExtractContent> Read(Extract extract, Reading reading, MapWindow window, CancellationToken cancellation)
    {
        var content = new ExtractContent(window, terminal);
        terminal.Say($"Đang đọc đường và kênh từ {extract.Name}…", $"Reading roads and canals from {extract.Name}…");
        await gdal.Read(extract, reading, "lines", ExtractContent.WayFilter, content.TakeWay, cancellation);
        terminal.Say("Đang đọc địa danh…", "Reading places…");
        await gdal.Read(extract, reading, "points", ExtractContent.PlaceFilter, content.TakePlace, cancellation);
        return content;
    }

    async Task<Geometry?> Outline(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OutlineQuery);
        return await command.ExecuteScalarAsync(cancellation) as Geometry;
    }
}
