using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LongAnGis.Seed.Files;

/// <summary>The table of sizes and SHA-256 sums in data/README.md, between two markers; the rest of it is written by hand.</summary>
public static class Checksums
{
    const string Begin = "<!-- checksums: written by tools/LongAnGis.Seed -->";
    const string End = "<!-- end of checksums -->";
    const string Readme = "README.md";

    /// <summary>The text of data/README.md as it must read for the files that lie beside it.</summary>
    public static string Expected(string dataFolder)
    {
        var text = File.ReadAllText(Path.Combine(dataFolder, Readme));
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n\n{Table(dataFolder)}\n{text[end..]}"
            : throw new InvalidDataException($"{Readme} lacks the markers of the table of checksums.");
    }

    public static void Write(string dataFolder) =>
        File.WriteAllText(Path.Combine(dataFolder, Readme), Expected(dataFolder));

    static string Table(string dataFolder)
    {
        var table = new StringBuilder("| file | bytes | SHA-256 |\n|---|---:|---|\n");
        var files = Directory.EnumerateFiles(dataFolder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(dataFolder, file).Replace('\\', '/'))
            .Where(file => file != Readme)
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(Path.Combine(dataFolder, file));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{file}` | {content.Length} | `{Convert.ToHexStringLower(SHA256.HashData(content))}` |\n");
        }
        return table.ToString();
    }
}
