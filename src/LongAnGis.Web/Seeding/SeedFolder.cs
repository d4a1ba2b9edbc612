using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LongAnGis.Web.Seeding;

/// <summary>One entry of data/changesets.json: which features are published together, and on what they rest.</summary>
public sealed record SeedChangeSet(
    string Code,
    string? Plan,
    string TitleVi,
    string TitleEn,
    string Reason,
    string Instrument,
    DateOnly? InForceFrom
);

/// <summary>One feature of data/features/, with the hash that tells whether the seed says something new.</summary>
public sealed record SeedFeature(string Layer, string Code, string ChangeSet, JsonObject Properties, JsonNode? Geometry)
{
    public string ContentHash { get; } = Hash(Properties.ToJsonString() + Geometry?.ToJsonString());

    public string? Text(string key) => Properties[key]?.GetValue<string>() is { Length: > 0 } text ? text : null;

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The seed files in data/, read but not yet judged.</summary>
public sealed class SeedFolder(string path)
{
    public string Path => path;

    /// <summary>The copy of data/ that was built with the program.</summary>
    public static SeedFolder BesideTheProgram => new(System.IO.Path.Combine(AppContext.BaseDirectory, "data"));

    /// <summary>SHA-256 of all files, by name and content, and of the program that reads them: another one may read more of them.</summary>
    public string Mark()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SeedFolder).Module.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(System.IO.Path.GetRelativePath(path, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The registers by their file name without ending; JSON as it stands, CSV as an array of string-valued rows.</summary>
    public JsonNode Json(string file) =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(path, file)))
        ?? throw new InvalidDataException($"{file} is empty");

    public JsonArray Csv(string file)
    {
        using var reader = File.OpenText(System.IO.Path.Combine(path, file));
        return CsvRows.Read(reader);
    }

    public IReadOnlyList<SeedChangeSet> ChangeSets() =>
        [
            .. Json("changesets.json")
                .AsArray()
                .Select(entry => entry!)
                .Select(entry => new SeedChangeSet(
                    entry["code"]!.GetValue<string>(),
                    entry["plan"]?.GetValue<string>(),
                    entry["title"]!["vi"]!.GetValue<string>(),
                    entry["title"]!["en"]!.GetValue<string>(),
                    entry["reason"]!.GetValue<string>(),
                    entry["instrument"]!.GetValue<string>(),
                    Day(entry["in_force_from"])
                )),
        ];

    /// <summary>Every feature of every layer, in the order of the files; memory holds one layer at a time.</summary>
    public IEnumerable<SeedFeature> Features()
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(path, "features"), "*.geojson").Order(StringComparer.Ordinal))
        {
            var layer = System.IO.Path.GetFileNameWithoutExtension(file);
            using var stream = File.OpenRead(file);
            foreach (var feature in JsonNode.Parse(stream)!["features"]!.AsArray())
            {
                var properties = feature!["properties"]!.AsObject();
                yield return new SeedFeature(
                    layer,
                    properties["code"]!.GetValue<string>(),
                    properties["change_set"]!.GetValue<string>(),
                    properties,
                    feature["geometry"]
                );
            }
        }
    }

    /// <summary>A day as the files write it, yyyy-MM-dd; null where it is not known.</summary>
    public static DateOnly? Day(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String
            ? DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
