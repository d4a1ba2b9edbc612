using System.Globalization;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Osm;

/// <summary>
/// <c>import osm FILE</c>: looks at the file and at GDAL first, then opens the database, reads, publishes and sums up. Exit
/// code 0 when the database says what the extract says, 1 when nothing could be imported, 2 when asked wrongly.
/// </summary>
static class OsmImportVerb
{
    const int Misused = 2;

    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        if (arguments is not ["osm", var file])
        {
            await Console.Error.WriteLineAsync("Cách dùng · Usage: import osm FILE.osm.pbf [--replace]");
            return Misused;
        }

        try
        {
            var result = await Import(services, file, cancellation);
            Summarise(services.GetRequiredService<Terminal>(), result);
            return 0;
        }
        catch (NpgsqlException failure)
        {
            throw PostGisCheck.Explain(failure, services.GetRequiredService<DatabaseAddress>().Owner);
        }
        catch (IOException failure)
        {
            throw OsmRefusal.DiskFull(failure);
        }
    }

    static async Task<ImportResult> Import(IServiceProvider services, string file, CancellationToken cancellation)
    {
        var limits = services.GetRequiredService<OsmLimits>();
        var temporary = Path.Combine(services.GetRequiredService<DataFolder>().Path, "import");
        using var extract = await Extract.Open(file, temporary, services.GetRequiredService<BoundedProgram>(), limits, cancellation);
        var reading = await services.GetRequiredService<Ogr2Ogr>().Probe(extract.Folder, cancellation);

        var database = services.GetRequiredService<PreparedDatabase>();
        try
        {
            await database.Open(shared: true, cancellation);
            var read = await services.GetRequiredService<ExtractReader>().Read(extract, reading, cancellation);
            services.GetRequiredService<Terminal>().Say("Đang công bố…", "Publishing…");
            var replaces = services.GetRequiredService<IConfiguration>().GetValue("replace", false);
            return await services.GetRequiredService<OsmImport>().Publish(read, replaces, cancellation);
        }
        finally
        {
            await database.Close();
        }
    }

    static void Summarise(Terminal terminal, ImportResult result)
    {
        terminal.Write($"OpenStreetMap: {result.Extract.Number}");
        foreach (var layer in result.Layers)
        {
            terminal.Say(
                $"  {layer.Names.Vi}: {Vi(layer.Total)} (thêm {Vi(layer.Created)}, sửa {Vi(layer.Updated)}, bỏ {Vi(layer.Deleted)})",
                $"{layer.Names.En}: {En(layer.Total)} (new {En(layer.Created)}, changed {En(layer.Updated)}, removed {En(layer.Deleted)})");
            if (layer.Kept > 0)
                terminal.Say(
                    $"    giữ nguyên {Vi(layer.Kept)} đối tượng đã được điều chỉnh", $"{En(layer.Kept)} amended features left as they are");
        }

        if (result.RiversReplaced > 0)
            terminal.Say(
                $"  {Vi(result.RiversReplaced)} sông khái quát được thay bằng sông theo OpenStreetMap",
                $"{En(result.RiversReplaced)} generalised rivers replaced by those of OpenStreetMap");

        var measured = result.Measured;
        if (measured.Edges > 0)
            terminal.Say(
                $"  Mạng đường: {Vi(measured.Nodes)} nút, {Vi(measured.Edges)} cạnh; đo theo đường cho {Vi(measured.Reached)} trong {Vi(measured.Sites)} khu và dự án",
                $"Road network: {En(measured.Nodes)} nodes, {En(measured.Edges)} edges; {En(measured.Reached)} of {En(measured.Sites)} sites measured along the roads");

        if (result.Revision is { } revision)
            terminal.Say($"Đã công bố: bản công bố {revision}.", $"Published: revision {revision}.");
        else
            terminal.Say("Không có gì thay đổi, không có bản công bố mới.", "Nothing has changed, there is no new revision.");
    }

    static string Vi(int count) => count.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));

    static string En(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
