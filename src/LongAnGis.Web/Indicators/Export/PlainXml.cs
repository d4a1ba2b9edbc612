using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace LongAnGis.Web.Indicators.Export;

/// <summary>
/// Writes a part of a workbook with its main namespace as the default one. The SDK names every element <c>x:…</c>, which says
/// the same; but GDAL up to 3.6 finds no rows in such a sheet.
/// </summary>
static class PlainXml
{
    const string Prefix = "x";
    const string Declarations = "http://www.w3.org/2000/xmlns/";

    public static void Write(OpenXmlPart part, OpenXmlElement root)
    {
        using var prefixed = new MemoryStream();
        using (var writer = XmlWriter.Create(prefixed))
        {
            root.WriteTo(writer);
        }

        prefixed.Position = 0;
        using var reader = XmlReader.Create(prefixed);
        using var plain = XmlWriter.Create(part.GetStream(FileMode.Create));
        while (reader.Read())
        {
            Copy(reader, plain);
        }
    }

    static void Copy(XmlReader reader, XmlWriter plain)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader, plain);
                break;
            case XmlNodeType.EndElement:
                plain.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                plain.WriteString(reader.Value);
                break;
        }
    }

    static void Start(XmlReader reader, XmlWriter plain)
    {
        var isEmpty = reader.IsEmptyElement;
        plain.WriteStartElement(reader.Prefix == Prefix ? "" : reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Declarations || reader.LocalName != Prefix)
            {
                plain.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        if (isEmpty)
        {
            plain.WriteEndElement();
        }
    }
}
