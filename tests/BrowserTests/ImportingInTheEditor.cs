using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A file becomes part of the draft: at once where it says all, after a question where only a person knows.</summary>
public sealed class ImportingInTheEditor(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>, IDisposable
{
    const string TwoZones = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Khu nhập một","land_code":"SKK","status":"planned"},"geometry":{"type":"Polygon","coordinates":[[[106.40,10.58],[106.41,10.58],[106.41,10.59],[106.40,10.59],[106.40,10.58]]]}},
        {"type":"Feature","properties":{"name":"Khu nhập hai","land_code":"ODT","status":"planned"},"geometry":{"type":"Polygon","coordinates":[[[106.41,10.58],[106.42,10.58],[106.42,10.59],[106.41,10.59],[106.41,10.58]]]}}]}
        """;

    readonly string folder = Directory.CreateTempSubdirectory("longan-import-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Stands_on_the_map_at_once_and_is_undone_as_one_act()
    {
        await using var editor = await Open();

        await Take(editor, await File("hai-khu.geojson", TwoZones));

        await editor.Says("Đã nhập 2 đối tượng từ hai-khu.geojson.");
        await editor.Has(changes: 4);
        await Expect(editor.Panel.GetByRole(AriaRole.Heading, new() { Name = "Khu nhập một" })).ToBeVisibleAsync();
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.Has(changes: 2);
        await editor.IsSaved();
        await editor.Page.Keyboard.PressAsync("Control+Shift+z");
        await editor.Has(changes: 4);
        await editor.IsSaved();
        await editor.Page.ReloadAsync();
        await editor.Has(changes: 4);
    }

    [Fact]
    public async Task Asks_which_layer_of_a_file_is_meant_when_it_has_several()
    {
        await using var editor = await Open();
        editor.Visit.Expects("400");
        var source = await File("hai-khu.geojson", TwoZones);
        var package = Path.Combine(folder, "nhieu-lop.gpkg");
        await Run("ogr2ogr", "-f", "GPKG", package, source, "-nln", "hien-trang", "-a_srs", "EPSG:4326");
        await Run("ogr2ogr", "-f", "GPKG", "-update", package, source, "-nln", "quy-hoach", "-a_srs", "EPSG:4326", "-where", "land_code = 'ODT'");

        await Take(editor, package);
        var dialog = editor.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Tệp có 2 lớp; mỗi lần nhập một lớp, xin chọn.")).ToBeVisibleAsync();
        await dialog.GetByLabel("quy-hoach").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nhập với lựa chọn này" }).ClickAsync();

        await editor.Says("Đã nhập 1 đối tượng từ nhieu-lop.gpkg.");
        await Expect(editor.Panel.GetByText("Khu nhập hai").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Asks_for_the_reference_system_that_a_shapefile_does_not_tell_and_lets_a_wrong_answer_be_mended()
    {
        await using var editor = await Open();
        editor.Visit.Expects("400");
        editor.Visit.Expects("422");
        await Run("ogr2ogr", "-f", "ESRI Shapefile", Path.Combine(folder, "vung.shp"), await File("hai-khu.geojson", TwoZones), "-lco", "ENCODING=UTF-8");
        var archive = Path.Combine(folder, "vung.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            foreach (var part in new[] { "shp", "shx", "dbf", "cpg" })
            {
                zip.CreateEntryFromFile(Path.Combine(folder, $"vung.{part}"), $"vung.{part}");
            }
        }

        await Take(editor, archive);
        var dialog = editor.Page.GetByRole(AriaRole.Dialog);
        var send = dialog.GetByRole(AriaRole.Button, new() { Name = "Nhập với lựa chọn này" });
        await send.ClickAsync();
        await Expect(dialog.GetByText("Tệp không ghi hệ tọa độ", new() { Exact = false })).ToBeVisibleAsync();
        await dialog.GetByLabel("kinh tuyến trục 105°45′ – EPSG:9210").CheckAsync();
        await send.ClickAsync();
        await Expect(dialog.GetByText("số liệu có vẻ thuộc WGS 84 (độ)", new() { Exact = false })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Chọn lại hệ tọa độ" }).ClickAsync();
        await dialog.GetByLabel("WGS 84, kinh độ và vĩ độ").CheckAsync();
        await send.ClickAsync();

        await editor.Says("Đã nhập 2 đối tượng từ vung.zip.");
        await editor.Has(changes: 4);
    }

    [Fact]
    public async Task Names_the_rows_that_will_not_do_and_takes_the_rest_of_a_packed_kml()
    {
        await using var editor = await Open();
        editor.Visit.Expects("422");
        var bowTie = TwoZones.Replace("[106.41,10.59],[106.40,10.59],[106.40,10.58]", "[106.40,10.59],[106.41,10.59],[106.40,10.58]", StringComparison.Ordinal);
        var text = Path.Combine(folder, "doc.kml");
        await Run("ogr2ogr", "-f", "KML", text, await File("no-buom.geojson", bowTie));
        var archive = Path.Combine(folder, "no-buom.kmz");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(text, "doc.kml");
        }

        await Take(editor, archive);
        var dialog = editor.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Dòng 1: Ranh tự cắt");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nhập phần còn lại" }).ClickAsync();

        await editor.Says("Đã nhập 1 đối tượng từ no-buom.kmz.");
        await editor.Has(changes: 3);
    }

    async Task<EditorOnTheScreen> Open()
    {
        var (planner, changeSet) = await site.Draft();
        return await site.Open(browser, planner, changeSet);
    }

    static Task Take(EditorOnTheScreen editor, string file) => editor.Panel.GetByLabel("Tệp để nhập").SetInputFilesAsync(file);

    async Task<string> File(string name, string content)
    {
        var path = Path.Combine(folder, name);
        await System.IO.File.WriteAllTextAsync(path, content, Encoding.UTF8, Cancellation);
        return path;
    }

    static async Task Run(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        await run.WaitForExitAsync(Cancellation);
        Assert.Equal(0, run.ExitCode);
    }
}
