using System.Xml;
using System.Xml.Linq;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>The application schema of feature types, as XML Schema over GML 3.2.</summary>
static class WfsSchema
{
    static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    public static XDocument Of(IReadOnlyList<OgcCollection> types) => new(new XElement(
        Xs + "schema",
        new XAttribute(XNamespace.Xmlns + "xs", Xs), new XAttribute(XNamespace.Xmlns + "gml", GmlNames.Gml), new XAttribute(XNamespace.Xmlns + "longan", GmlNames.Own),
        new XAttribute("targetNamespace", GmlNames.Own), new XAttribute("elementFormDefault", "qualified"), new XAttribute("version", "1.0"),
        new XElement(Xs + "import", new XAttribute("namespace", GmlNames.Gml), new XAttribute("schemaLocation", "http://schemas.opengis.net/gml/3.2.1/gml.xsd")),
        types.SelectMany(Type)));

    static IEnumerable<XElement> Type(OgcCollection type)
    {
        yield return new(
            Xs + "element",
            new XAttribute("name", type.Id), new XAttribute("type", $"longan:{type.Id}Type"), new XAttribute("substitutionGroup", "gml:AbstractFeature"));
        yield return new(
            Xs + "complexType",
            new XAttribute("name", type.Id + "Type"),
            new XElement(
                Xs + "complexContent",
                new XElement(
                    Xs + "extension",
                    new XAttribute("base", "gml:AbstractFeatureType"),
                    new XElement(
                        Xs + "sequence",
                        type.Properties.Select(property => Element(XmlConvert.EncodeLocalName(property.Key)!, TypeOf(property))),
                        Element(OgcCollection.GeometryName, type.GeometryKind switch
                        {
                            "point" => "gml:MultiPointPropertyType",
                            "line" => "gml:MultiCurvePropertyType",
                            "polygon" => "gml:MultiSurfacePropertyType",
                            _ => "gml:GeometryPropertyType",
                        })))));
    }

    static XElement Element(string name, string type) => new(
        Xs + "element", new XAttribute("name", name), new XAttribute("type", type), new XAttribute("minOccurs", "0"), new XAttribute("maxOccurs", "1"));

    static string TypeOf(OgcProperty property) => property.Type switch
    {
        AttributeType.Integer => "xs:long",
        AttributeType.Number => "xs:double",
        AttributeType.Boolean => "xs:boolean",
        AttributeType.Date => "xs:date",
        _ => "xs:string",
    };
}
