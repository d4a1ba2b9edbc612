using System.Text;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Ogc;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>A column as a file has it.</summary>
/// <param name="Name">What the file calls it, which its format may have shortened.</param>
/// <param name="Property">What it holds; null for what the format itself asks for.</param>
sealed record FileColumn(string Name, AttributeType Type, OgcProperty? Property, Func<ExportRow, object?> Value)
{
    /// <summary>What Google Earth writes beside a place.</summary>
    const string PlacemarkName = "Name";

    public static IReadOnlyList<FileColumn> Of(ExportFormat format, OgcCollection collection, IReadOnlyList<OgcProperty> asked) => format.Code switch
    {
        // Drawings have no columns: what a shape is, the name of its drawing layer says.
        "dxf" => [new("Layer", AttributeType.Text, null, Code(collection, asked)), new("Text", AttributeType.Text, null, Text(collection, asked, "name_vi"))],
        "dgn" => [],
        "kml" or "kmz" => [new(PlacemarkName, AttributeType.Text, null, Text(collection, asked, "name_vi")), .. Properties(format, collection, asked)],
        _ => Properties(format, collection, asked),
    };

    static IReadOnlyList<FileColumn> Properties(ExportFormat format, OgcCollection collection, IReadOnlyList<OgcProperty> asked)
    {
        // Shortened as if all were there, so that a name means the same in every file.
        var keys = collection.Properties.Select(property => property.Key).ToList();
        var names = format.LongestName == 0 ? keys : ShortNames.Of(keys, format.LongestName);
        var own = asked.Select((property, index) => new FileColumn(
            names[keys.IndexOf(property.Key)], property.Type, property, row => Fitting(row.Values[index], format)));
        return collection.HasTextIds && collection.Find("code") is null
            ? [new("id", AttributeType.Text, null, row => row.Id), .. own]
            : [.. own];
    }

    // Between two letters: GDAL would cut between two bytes of one.
    static object? Fitting(object? value, ExportFormat format)
    {
        if (format.LongestText == 0 || value is not string text || Encoding.UTF8.GetByteCount(text) <= format.LongestText)
        {
            return value;
        }

        var (bytes, length) = (0, 0);
        foreach (var letter in text.EnumerateRunes())
        {
            bytes += letter.Utf8SequenceLength;
            if (bytes > format.LongestText)
            {
                break;
            }

            length += letter.Utf16SequenceLength;
        }

        return text[..length];
    }

    static Func<ExportRow, object?> Code(OgcCollection collection, IReadOnlyList<OgcProperty> asked)
    {
        var code = Text(collection, asked, "code");
        return row => code(row) ?? row.Id;
    }

    static Func<ExportRow, object?> Text(OgcCollection collection, IReadOnlyList<OgcProperty> asked, string key)
    {
        var index = collection.Find(key) is { } property ? asked.ToList().IndexOf(property) : -1;
        return row => index < 0 ? null : row.Values[index];
    }
}
