using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Tiles;

/// <summary>One attribute that the tiles of a layer carry, and whether it is a number in them.</summary>
public sealed record TiledValue(string Key, bool IsNumber);

/// <summary>What the tiles of a public layer are made from, and which revisions and days tell its states apart.</summary>
/// <param name="Revisions">The revisions that touched the layer, ascending.</param>
/// <param name="Days">The days on which something in it begins or ends to be in force, ascending.</param>
/// <param name="Classes">How its features are told apart on the map; null when all look alike.</param>
public sealed record TiledLayer(
    string Code,
    bool IsPlanScoped,
    string GeometryKind,
    int MinZoom,
    int MaxZoom,
    IReadOnlyList<TiledValue> Attributes,
    int[] Revisions,
    DateOnly[] Days,
    SymbolBy? Classes = null
)
{
    /// <summary>Lines and areas have generalised geometry for low zooms; points need none.</summary>
    public bool HasShapes => GeometryKind != "point";

    /// <summary>Areas have a second MVT layer with the one point where each is labelled.</summary>
    public bool HasLabels => GeometryKind is "polygon" or "any";

    /// <summary>The classes that are not drawn yet at a zoom, and so need not travel: local roads on a map of the province.</summary>
    public string[] ClassesHiddenAt(int zoom) =>
        [.. Classes?.Cases.Where(one => one.MinZoom > zoom).Select(one => one.Value).OfType<string>() ?? []];

    /// <summary>The last revision up to this one that touched the layer; 0 before the first.</summary>
    public int RevisionAt(int revision) => LastUpTo(Revisions, revision) is { } found ? found : 0;

    /// <summary>The last day up to this one on which anything changed; the first day of all before that.</summary>
    public DateOnly DayAt(DateOnly day) => LastUpTo(Days, day) is { } found ? found : DateOnly.MinValue;

    static T? LastUpTo<T>(T[] ascending, T limit)
        where T : struct, IComparable<T>
    {
        var place = Array.BinarySearch(ascending, limit);
        place = place >= 0 ? place : ~place - 1;
        return place >= 0 ? ascending[place] : null;
    }
}

/// <summary>The public layers as tiles know them at one moment of the database.</summary>
public sealed record TileState(int Newest, string Mark, IReadOnlyDictionary<string, TiledLayer> Layers);
