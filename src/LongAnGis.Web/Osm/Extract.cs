using System.ComponentModel;
using System.IO.Compression;
using LongAnGis.Core.Osm;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Osm;

/// <summary>
/// An extract made ready to be read: recognised by its content, unpacked where it was compressed, under a name of ours in a
/// folder of ours, so that nothing of the given name reaches GDAL, which reads some names as addresses.
/// </summary>
sealed class Extract : IDisposable
{
    readonly TemporaryFolder folder;

    Extract(string name, TemporaryFolder folder, string file, ExtractHeader header, DateTimeOffset fileTime)
    {
        this.folder = folder;
        (Name, File) = (name, file);
        (Taken, FileTime) = (header.Taken, fileTime);
    }

    /// <summary>The name of the given file, as it is shown and recorded.</summary>
    public string Name { get; }

    /// <summary>A temporary folder, removed in the end.</summary>
    public string Folder => folder.Path;

    /// <summary>The file to read, inside <see cref="Folder"/>.</summary>
    public string File { get; }

    /// <summary>When the data was taken from OpenStreetMap, by the file itself; null when it does not say.</summary>
    public DateTimeOffset? Taken { get; }

    /// <summary>When the file was last written.</summary>
    public DateTimeOffset FileTime { get; }

    /// <summary>Recognises the file and makes it ready.</summary>
    /// <exception cref="StartupException">One sentence on what is wrong with the file.</exception>
    public static async Task<Extract> Open(string path, string temporary, BoundedProgram programs, OsmLimits limits, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        if (!System.IO.File.Exists(full))
            throw OsmRefusal.FileMissing(path);

        var name = TagText.Clean(Path.GetFileName(full)) ?? "?";
        var folder = TemporaryFolder.In(temporary);
        try
        {
            var unpacked = await Unpack(full, name, folder.Path, programs, limits, cancellation);
            await using var stream = System.IO.File.OpenRead(unpacked);
            var header = ExtractHeader.Read(stream) ?? throw OsmRefusal.NotOsm(name);
            stream.Position = 0;
            if (header.Format == ExtractFormat.Xml && !await ElementOrder.HasNodesFirst(stream, cancellation))
                throw OsmRefusal.NodesLast(name);

            var file = Path.Combine(folder.Path, header.Format == ExtractFormat.Pbf ? "extract.osm.pbf" : "extract.osm");
            if (unpacked == full)
                System.IO.File.CreateSymbolicLink(file, full);
            else
                System.IO.File.Move(unpacked, file);
            return new(name, folder, file, header, System.IO.File.GetLastWriteTimeUtc(full));
        }
        catch (Exception failure)
        {
            folder.Dispose();
            throw failure is UnauthorizedAccessException ? OsmRefusal.Unreadable(name, failure) : failure;
        }
    }

    public void Dispose() => folder.Dispose();

    static async Task<string> Unpack(
        string file, string name, string folder, BoundedProgram programs, OsmLimits limits, CancellationToken cancellation)
    {
        var beginning = new byte[3];
        await using var packed = System.IO.File.OpenRead(file);
        await packed.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellation);
        packed.Position = 0;

        var target = Path.Combine(folder, "unpacked");
        switch (beginning)
        {
            case [0x1F, 0x8B, _]:
                await using (var gzip = new GZipStream(packed, CompressionMode.Decompress))
                    await Copy(gzip, target, name, limits, cancellation);
                return target;

            case [(byte)'B', (byte)'Z', (byte)'h']:
                await UnpackBzip2(file, target, name, programs, limits, cancellation);
                return target;

            default:
                return file;
        }
    }

    static async Task UnpackBzip2(
        string file, string target, string name, BoundedProgram programs, OsmLimits limits, CancellationToken cancellation)
    {
        try
        {
            var end = await programs.Run(
                "bzip2", ["--decompress", "--stdout", "--", file], Path.GetDirectoryName(target)!, new Dictionary<string, string>(),
                (output, ended) => Copy(output, target, name, limits, ended), cancellation);
            if (end.ExitCode != 0)
                throw OsmRefusal.Damaged(name, end.Errors);
        }
        catch (Win32Exception missing)
        {
            throw OsmRefusal.ProgramMissing("bzip2", "bzip2", missing);
        }
        catch (TimeoutException)
        {
            throw OsmRefusal.TooMuch(name, "Osm:Minutes");
        }
    }

    // What is inside is counted as it comes: the size that an archive claims is only a claim.
    static async Task Copy(Stream content, string target, string name, OsmLimits limits, CancellationToken cancellation)
    {
        await using var unpacked = System.IO.File.Create(target);
        var buffer = new byte[1 << 17];
        int count;
        try
        {
            while ((count = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                if (unpacked.Position + count > limits.TemporaryBytes)
                    throw OsmRefusal.TooMuch(name, "Osm:TemporaryBytes");
                await unpacked.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }
        }
        catch (InvalidDataException broken)
        {
            throw OsmRefusal.Damaged(name, broken.Message);
        }
    }
}
