using System.IO.Compression;
using System.Text;
using LongAnGis.Web.Osm;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// Makes the file of an export in a temporary folder that is gone afterwards, and gives it back open; closing it deletes it.
/// </summary>
sealed class ExportFiles(ExportPackage packages, TableExport tables, OgrExport programs)
{
    const string NotesFile = "README.txt";

    public async Task<Stream> Make(ExportRequest request, CancellationToken cancellation)
    {
        if (request.Format.Code == "xlsx")
        {
            return new MemoryStream(await tables.WriteWorkbook(request, cancellation), writable: false);
        }

        using var folder = TemporaryFolder.In(Path.Combine(Path.GetTempPath(), "longan-export"));
        var about = ExportNotes.Text(request);
        if (request.Format.Code == "csv")
        {
            var path = Path.Combine(folder.Path, $"{request.Stem}.csv");
            await using (var file = File.Create(path))
            {
                await tables.WriteCsv(file, request, cancellation);
            }

            return await Packed([path], about, cancellation);
        }

        var package = Path.Combine(folder.Path, "features.gpkg");
        var isSplit = request.Format.Code == "shp" && request.Collection.GeometryKind == "any";
        var names = await packages.Write(package, request, isSplit, cancellation);
        if (request.Format.Driver is null)
        {
            return Opened(package);
        }

        var output = Directory.CreateDirectory(Path.Combine(folder.Path, "output")).FullName;
        foreach (var name in names)
        {
            var kind = isSplit ? name[name.LastIndexOf('_')..] : "";
            var question = request.Format.IsMapInfo ? await ExportPackage.WithoutEmptyNumbers(package, name, request, cancellation) : null;
            await programs.Write(request, package, name, question, Path.Combine(output, $"{request.Stem}{kind}.{request.Format.Inner}"), folder.Path, cancellation);
        }

        var files = Directory.GetFiles(output).Order(StringComparer.Ordinal).ToList();
        return request.Format.Code == "kml" ? Opened(files.Single())
            : request.Format.Code == "kmz" ? await Packed(files, about, cancellation, "doc.kml")
            : await Packed(files, about, cancellation);
    }

    // Unlinked while it is open: the folder may go, the file is there until it has been sent.
    static FileStream Opened(string path)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"longan-{Guid.NewGuid():n}");
        File.Move(path, kept);
        return new(kept, FileMode.Open, FileAccess.Read, FileShare.Delete | FileShare.Read, 64 << 10, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    static async Task<Stream> Packed(IReadOnlyList<string> files, string about, CancellationToken cancellation, string? onlyName = null)
    {
        var packed = new FileStream(
            Path.Combine(Path.GetTempPath(), $"longan-{Guid.NewGuid():n}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 << 10,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            {
                foreach (var file in files)
                {
                    await using var entry = await zip.CreateEntry(onlyName ?? Path.GetFileName(file), CompressionLevel.Fastest).OpenAsync(cancellation);
                    await using var content = File.OpenRead(file);
                    await content.CopyToAsync(entry, cancellation);
                }

                await using var notes = await zip.CreateEntry(NotesFile).OpenAsync(cancellation);
                await notes.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(about)], cancellation);
            }

            packed.Position = 0;
            return packed;
        }
        catch
        {
            await packed.DisposeAsync();
            throw;
        }
    }
}
