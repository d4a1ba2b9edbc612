using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Osm;
using LongAnGis.Core.Text;
using LongAnGis.Web.Plans.Publishing;

namespace LongAnGis.Web.Osm;

/// <summary>
/// A feature as an extract gives it. Its code is <c>way-123</c> or <c>node-123</c>, with the number that OpenStreetMap gave
/// the element: of a road made of many ways, the one that it was first known by, so that the feature keeps its id.
/// </summary>
/// <param name="Element">way or node.</param>
/// <param name="Elements">The numbers of the elements that it was made of, ascending.</param>
/// <param name="IsLocal">True for a part of a settlement, or one too small to be known beyond its commune.</param>
sealed record OsmFeature(string Layer, string Element, IReadOnlyList<long> Elements, FeatureContent Content, bool IsLocal)
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    const string Digitised = "digitised";
    const string Source = "© OpenStreetMap contributors (ODbL)";
    const string JoinedNote = "Nối từ các đoạn OpenStreetMap cùng cấp, số hiệu và tên.";

    public IEnumerable<string> Codes => Elements.Select(id => Code(Element, id));

    /// <summary>Tells whether an extract says something new: everything that a reader sees, and nothing about the extract.</summary>
    public string ContentHash { get; } = Hash(Content);

    public static string Code(string element, long id) => string.Create(CultureInfo.InvariantCulture, $"{element}-{id}");

    public static OsmFeature Of(OsmCourse course, string instrument)
    {
        var (noun, nounEn) = course.Kind.Noun;
        var attributes = new JsonObject { ["class"] = course.Kind.Class };
        Add(NameKey(course.Kind.Layer), course.Name);
        Add("ref", course.Number);
        Add("lanes", course.Lanes);
        Add("surface", course.Surface);
        Add("other_names", course.OtherNames.Count > 0 ? string.Join("; ", course.OtherNames) : null);

        return Make(
            course.Kind.Layer,
            "way",
            course.WayIds,
            course.IsAnonymous ? $"Chưa có tên ({noun})" : Name(course),
            course.NameEn ?? (course.IsAnonymous ? $"Unnamed ({nounEn})" : null),
            attributes,
            course.Geometry,
            course.WayIds.Count > 1 ? JoinedNote : null,
            instrument,
            course.Kind.IsLocal);

        void Add(string key, JsonNode? value)
        {
            if (value is not null)
                attributes[key] = value;
        }
    }

    public static OsmFeature Of(OsmPlace place, string instrument) => Make(
        "places", "node", [place.Id], place.Name, place.NameEn, new() { ["kind"] = place.Kind }, place.Position, null, instrument,
        PlaceKind.IsLocal(place.Kind));

    // "Quốc lộ 62" says its number itself; "Đường Hùng Vương" is known by it in brackets.
    static string Name(OsmCourse course) => (course.Name, course.Number) switch
    {
        (null, { } number) => number,
        ({ } name, null) => name,
        ({ } name, { } number) => Says(name, number) ? name : $"{name} ({number})",
        _ => "",
    };

    static bool Says(string name, string number) =>
        $" {Abbreviations.Shortened(VietnameseText.Fold(name))} ".Contains($" {VietnameseText.Fold(number)} ", StringComparison.Ordinal);

    static string NameKey(string layer) => layer switch
    {
        WayKind.Roads => "road_name",
        WayKind.Canals => "canal_name",
        _ => "river_name",
    };

    static OsmFeature Make(
        string layer, string element, IReadOnlyList<long> elements, string name, string? nameEn, JsonObject attributes,
        NetTopologySuite.Geometries.Geometry geometry, string? note, string instrument, bool isLocal) => new(
            layer,
            element,
            elements,
            new(
                name,
                nameEn == name ? null : nameEn,
                attributes.ToJsonString(Readable),
                geometry,
                Digitised,
                Source,
                new JsonArray($"https://www.openstreetmap.org/{element}/{elements[0].ToString(CultureInfo.InvariantCulture)}").ToJsonString(Readable),
                note,
                instrument),
            isLocal);

    static string Hash(FeatureContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { content.NameVi, content.NameEn, content.Attributes, content.Quality, content.GeometrySource, content.Sources, content.Note })
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));

        hash.AppendData(content.Geometry!.AsBinary());
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
