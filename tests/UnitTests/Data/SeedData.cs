using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Seed.Files;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace LongAnGis.UnitTests.Data;

/// <summary>The committed files of data/, read from the repository that the tests were built in.</summary>
static class SeedData
{
    static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public sealed record Feature(string Layer, string Code, JsonObject Properties, Geometry? Geometry)
    {
        public string? this[string property] => Properties[property]?.GetValue<string>();

        public JsonObject Attributes => Properties["attributes"]!.AsObject();

        public override string ToString() => $"{Layer}/{Code}";
    }

    public static string Root { get; } = Find("LongAnGis.sln");

    public static string Folder { get; } = Path.Combine(Root, "data");

    public static JsonArray Layers { get; } = Json("layers.json")["layers"]!.AsArray();

    public static IReadOnlyList<Feature> Features { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(Folder, "features"), "*.geojson").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IReadOnlyList<Feature> Of(string layer) => [.. Features.Where(feature => feature.Layer == layer)];

    public static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    public static IReadOnlyList<Row> Table(string file) => Csv.Read(File.ReadAllText(Path.Combine(Folder, file)));

    static IEnumerable<Feature> Read(string file)
    {
        var layer = Path.GetFileNameWithoutExtension(file);
        return JsonNode.Parse(File.ReadAllText(file))!["features"]!.AsArray().Select(feature => new Feature(
            layer,
            feature!["id"]!.GetValue<string>(),
            feature["properties"]!.AsObject(),
            feature["geometry"].Deserialize<Geometry>(GeoJson)));
    }

    static string Find(string marker)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, marker)))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No {marker} above {AppContext.BaseDirectory}.");
    }
}
