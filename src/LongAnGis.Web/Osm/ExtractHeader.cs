using System.Globalization;
using System.Xml;

namespace LongAnGis.Web.Osm;

/// <summary>How an extract is written.</summary>
enum ExtractFormat
{
    Xml,
    Pbf,
}

/// <summary>What the beginning of an extract says: its format, and the moment of the database it was taken from.</summary>
sealed record ExtractHeader(ExtractFormat Format, DateTimeOffset? Taken)
{
    /// <summary>Attributes in which the tools write that moment: osmconvert on the root, Overpass in its meta element.</summary>
    static readonly string[] MomentAttributes = ["timestamp", "osm_base", "osmosis_replication_timestamp"];

    /// <summary>Reads the header; null when the stream is no OpenStreetMap extract. Reads a few kilobytes, however long the file.</summary>
    public static ExtractHeader? Read(Stream stream)
    {
        if (PbfHeader.Read(stream, out var taken))
            return new(ExtractFormat.Pbf, taken);

        stream.Position = 0;
        return ReadXml(stream);
    }

    static ExtractHeader? ReadXml(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            // The header ends where the first node begins; whoever hides it behind more than this has no extract.
            MaxCharactersInDocument = 256 << 10,
        };
        try
        {
            using var xml = XmlReader.Create(stream, settings);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "osm")
                return null;

            var taken = Moment(xml);
            while (taken is null && xml.Read() && (xml.NodeType != XmlNodeType.Element || xml.LocalName is "meta" or "note" or "bounds" or "bound"))
                taken = xml.NodeType == XmlNodeType.Element ? Moment(xml) : null;
            return new(ExtractFormat.Xml, taken);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static DateTimeOffset? Moment(XmlReader element) => MomentAttributes
        .Select(name => ParseMoment(element.GetAttribute(name)))
        .FirstOrDefault(moment => moment is not null);

    /// <summary>A moment as OpenStreetMap's tools and GDAL write it, in UTC; null when it is none, or before there was an OpenStreetMap.</summary>
    public static DateTimeOffset? ParseMoment(string? text) =>
        text is { Length: >= 19 }
        && DateTimeOffset.TryParseExact(
            text[..19].Replace('/', '-').Replace('T', ' '), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var moment)
        && moment.Year >= 2004
            ? moment
            : null;
}
