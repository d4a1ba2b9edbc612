using System.IO.Compression;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// A zip that somebody sent: a shapefile, a KMZ, or another map whose files travel together. Judged as a whole before anything is
/// unpacked; only the files that are needed are, under names of our own, and their bytes are counted as they come, whatever the
/// archive says of them.
/// </summary>
static class UploadedArchive
{
    /// <summary>What a map may consist of: the file that is opened, then those beside it.</summary>
    static readonly string[][] Families =
    [
        [".shp", ".shx", ".dbf", ".prj", ".cpg"], [".tab", ".dat", ".map", ".id", ".ind"], [".mif", ".mid"], [".fgb"], [".dxf"], [".dgn"], [".gpkg"],
        [".geojson"], [".csv"], [".kml"],
    ];

    /// <summary>Unpacks into the folder; answers the file that is to be read.</summary>
    /// <param name="source">Which of several maps is meant: the name of its file without the extension.</param>
    public static string Unpack(string archive, string folder, string? source)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            Judge(zip, new FileInfo(archive).Length);
            foreach (var family in Families)
            {
                var maps = zip.Entries.Where(entry => Is(entry, family[0])).ToList();
                // A KMZ may hold drawings that its first one shows.
                if (maps.Count > 0)
                {
                    return Unpack(zip, family, family[0] == ".kml" ? maps[0] : Choose(maps, source), folder);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }

        throw ImportLimits.Refuse(
            "Tệp nén phải có một bản đồ: shapefile (.shp), MapInfo (.tab, .mif), .kml, .gpkg, .geojson, .fgb, .dxf, .dgn hoặc .csv.",
            "The archive must hold a map: shapefile (.shp), MapInfo (.tab, .mif), .kml, .gpkg, .geojson, .fgb, .dxf, .dgn or .csv.");
    }

    static ZipArchiveEntry Choose(List<ZipArchiveEntry> maps, string? source) =>
        maps.Count == 1 ? maps[0]
        : maps.Where(map => Stem(map) == source).ToList() is [var meant] ? meant
        : throw ImportQuestion.Source([.. maps.Select(Stem).Distinct()]);

    static string Unpack(ZipArchive zip, string[] family, ZipArchiveEntry map, string folder)
    {
        var left = ImportLimits.MostUnpackedBytes;
        foreach (var entry in zip.Entries.Where(entry => Stem(entry) == Stem(map)))
        {
            if (family.FirstOrDefault(part => Is(entry, part)) is { } part)
            {
                left = Unpack(entry, Path.Combine(folder, "input" + part), left);
            }
        }

        return Path.Combine(folder, "input" + family[0]);
    }

    static string Stem(ZipArchiveEntry entry) => Path.GetFileNameWithoutExtension(entry.Name);

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
