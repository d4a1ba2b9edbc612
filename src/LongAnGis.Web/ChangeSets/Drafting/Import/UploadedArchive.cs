using System.IO.Compression;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// A zip that somebody sent: a shapefile or a KMZ. Judged as a whole before anything is unpacked; only the files that are
/// needed are, under names of our own, and their bytes are counted as they come, whatever the archive says of them.
/// </summary>
static class UploadedArchive
{
    static readonly string[] ShapefileParts = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Unpacks into the folder; answers the file that GDAL is to read.</summary>
    public static string Unpack(string archive, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            Judge(zip, new FileInfo(archive).Length);
            var left = ImportLimits.MostUnpackedBytes;
            var shapes = zip.Entries.Where(entry => Is(entry, ".shp")).ToList();
            if (shapes.Count == 1)
            {
                var stem = Path.GetFileNameWithoutExtension(shapes[0].Name);
                foreach (var entry in zip.Entries.Where(entry => Path.GetFileNameWithoutExtension(entry.Name) == stem))
                {
                    if (ShapefileParts.FirstOrDefault(part => Is(entry, part)) is { } part)
                    {
                        left = Unpack(entry, Path.Combine(folder, "input" + part), left);
                    }
                }

                return Path.Combine(folder, "input.shp");
            }

            if (shapes.Count == 0 && zip.Entries.FirstOrDefault(entry => Is(entry, ".kml")) is { } drawing)
            {
                Unpack(drawing, Path.Combine(folder, "input.kml"), left);
                return Path.Combine(folder, "input.kml");
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }

        throw ImportLimits.Refuse(
            "Tệp nén phải có đúng một lớp shapefile (.shp), hoặc một tệp .kml.", "The archive must hold exactly one shapefile (.shp), or a .kml.");
    }

    static void Judge(ZipArchive zip, long length)
    {
        if (zip.Entries.Count > ImportLimits.MostEntries)
        {
            throw ImportLimits.Refuse(
                $"Tệp nén có hơn {ImportLimits.MostEntries} mục.", $"The archive has more than {ImportLimits.MostEntries} entries.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long packed = 0, unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            packed += entry.CompressedLength;
            unpacked += entry.Length;
            var isSymlink = ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
            if (ArchiveNames.IsDangerous(entry) || isSymlink || !names.Add(entry.FullName) || entry.IsEncrypted)
            {
                throw ImportLimits.Refuse(
                    "Tệp nén có mục với tên nguy hiểm, trùng tên, liên kết hoặc mã hóa; không mục nào được giải nén.",
                    "The archive has an entry with a dangerous or repeated name, a link or an encrypted one; nothing was unpacked.");
            }
        }

        // Entries that share their bytes add up to more than the file.
        if (packed > length || unpacked > ImportLimits.MostUnpackedBytes || unpacked > (length * ImportLimits.MostTimesLarger) + (1 << 20))
        {
            throw TooLarge();
        }
    }

    static long Unpack(ZipArchiveEntry entry, string path, long left)
    {
        using var packed = entry.Open();
        using var file = File.Create(path);
        var most = Math.Min(left, (entry.CompressedLength * ImportLimits.MostTimesLarger) + (1 << 20));
        var buffer = new byte[64 << 10];
        long total = 0;
        int count;
        while ((count = packed.Read(buffer)) > 0)
        {
            total += count;
            if (total > most || total > entry.Length)
            {
                throw TooLarge();
            }

            file.Write(buffer, 0, count);
        }

        return left - total;
    }

    static bool Is(ZipArchiveEntry entry, string extension) => entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    static RefusedException TooLarge() => ImportLimits.Refuse(
        $"Tệp nén phình quá {ImportLimits.MostUnpackedBytes >> 20} MB hoặc quá {ImportLimits.MostTimesLarger} lần.",
        $"The archive unpacks to more than {ImportLimits.MostUnpackedBytes >> 20} MB or {ImportLimits.MostTimesLarger} times its size.");

    static RefusedException Damaged() => ImportLimits.Refuse("Tệp nén bị hỏng.", "The archive is damaged.");
}
