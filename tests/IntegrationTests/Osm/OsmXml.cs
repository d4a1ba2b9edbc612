using System.Globalization;
using System.Security;
using System.Text;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>Writes small OpenStreetMap extracts. Nodes are made as ways need them; the same place is the same node.</summary>
public sealed class OsmXml
{
    readonly StringBuilder nodes = new();
    readonly StringBuilder ways = new();
    readonly StringBuilder relations = new();
    readonly Dictionary<(double Lon, double Lat), long> known = [];

    /// <summary>When the extract was taken, as the root element says it; null: it does not say.</summary>
    public string? Taken { get; init; } = "2026-10-05T20:21:02Z";

    /// <summary>A way through places, "106.40 10.50, 106.41 10.51", with tags such as "highway=trunk".</summary>
    public OsmXml Way(long id, string course, params string[] tags) => Way(id, Places(course).Select(Node), tags);

    /// <summary>A way by the numbers of its nodes, which need not exist.</summary>
    public OsmXml Way(long id, IEnumerable<long> through, params string[] tags)
    {
        ways.Append(CultureInfo.InvariantCulture, $"""<way id="{id}" version="1" timestamp="2026-09-01T08:00:00Z">""");
        foreach (var node in through)
            ways.Append(CultureInfo.InvariantCulture, $"""<nd ref="{node}"/>""");
        ways.Append(Tags(tags)).AppendLine("</way>");
        return this;
    }

    public OsmXml Place(long id, string position, params string[] tags)
    {
        var (lon, lat) = Places(position).Single();
        AppendNode(id, lon, lat, Tags(tags));
        return this;
    }

    public OsmXml Relation(long id, long outerWay, params string[] tags)
    {
        relations.Append(CultureInfo.InvariantCulture, $"""<relation id="{id}" version="1"><member type="way" ref="{outerWay}" role="outer"/>""");
        relations.Append(Tags(tags)).AppendLine("</relation>");
        return this;
    }

    public override string ToString() =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6" generator="test"{(Taken is null ? "" : $" timestamp=\"{Taken}\"")}>
        {nodes}{ways}{relations}</osm>

        """;

    long Node((double Lon, double Lat) place)
    {
        if (!known.TryGetValue(place, out var id))
        {
            known[place] = id = 1_000_000 + known.Count;
            AppendNode(id, place.Lon, place.Lat, "");
        }

        return id;
    }

    void AppendNode(long id, double lon, double lat, string tags) => nodes.AppendLine(
        CultureInfo.InvariantCulture, $"""<node id="{id}" version="1" timestamp="2026-08-01T08:00:00Z" lat="{lat}" lon="{lon}">{tags}</node>""");

    static string Tags(string[] tags) => string.Concat(tags
        .Select(tag => tag.Split('=', 2))
        .Select(tag => $"""<tag k="{SecurityElement.Escape(tag[0])}" v="{SecurityElement.Escape(tag[1])}"/>"""));

    static IEnumerable<(double Lon, double Lat)> Places(string course) => course
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(place => place.Split(' '))
        .Select(place => (double.Parse(place[0], CultureInfo.InvariantCulture), double.Parse(place[1], CultureInfo.InvariantCulture)));
}
