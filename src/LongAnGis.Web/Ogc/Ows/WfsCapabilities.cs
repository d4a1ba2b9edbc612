using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>What WFS offers: the collections of OGC API – Features as types, and which parts of the standard are there.</summary>
sealed class WfsCapabilities(string address, IReadOnlyList<OgcCollection> types, IReadOnlyDictionary<string, OgcExtent> extents, bool english)
{
    static readonly XNamespace Wfs = GmlNames.Wfs, Ows = "http://www.opengis.net/ows/1.1", Fes = "http://www.opengis.net/fes/2.0";

    static readonly string[] FilterParts =
    [
        "Query", "AdHocQuery", "Functions", "ResourceId", "MinStandardFilter", "StandardFilter", "MinSpatialFilter", "SpatialFilter", "MinTemporalFilter",
        "TemporalFilter", "VersionNav", "Sorting", "ExtendedOperators", "MinimumXPath", "SchemaElementFunc",
    ];

    static readonly string[] ServiceParts =
    [
        "BasicWFS", "TransactionalWFS", "LockingWFS", "InheritedSchemas", "RemoteResolve", "StandardJoins", "SpatialJoins", "TemporalJoins", "FeatureVersioning", "ManageStoredQueries",
    ];

    public XDocument Document() => new(new XElement(
        Wfs + "WFS_Capabilities",
        new XAttribute("version", "2.0.0"),
        new XAttribute(XNamespace.Xmlns + "wfs", Wfs), new XAttribute(XNamespace.Xmlns + "ows", Ows), new XAttribute(XNamespace.Xmlns + "fes", Fes),
        new XAttribute(XNamespace.Xmlns + "xlink", OwsAnswers.XLink), new XAttribute(XNamespace.Xmlns + "longan", GmlNames.Own), new XAttribute(XNamespace.Xmlns + "xsi", OwsAnswers.Xsi),
        new XAttribute(OwsAnswers.Xsi + "schemaLocation", $"{Wfs} http://schemas.opengis.net/wfs/2.0/wfs.xsd"),
        new XElement(
            Ows + "ServiceIdentification",
            new XElement(Ows + "Title", OwsAnswers.Title.In(english)),
            new XElement(Ows + "ServiceType", "WFS"), new XElement(Ows + "ServiceTypeVersion", "2.0.0"),
            new XElement(Ows + "Fees", "NONE"), new XElement(Ows + "AccessConstraints", "NONE")),
        new XElement(Ows + "ServiceProvider", new XElement(Ows + "ProviderName", "LongAnGis"), new XElement(Ows + "ServiceContact")),
        Operations(),
        new XElement(Wfs + "FeatureTypeList", types.Select(Type)),
        new XElement(
            Fes + "Filter_Capabilities",
            new XElement(
                Fes + "Conformance",
                FilterParts
                    .Select(name => Constraint(Fes + "Constraint", "Implements" + name, name is "Query" or "AdHocQuery" or "ResourceId"))))));

    XElement Operations() => new(
        Ows + "OperationsMetadata",
        Operation("GetCapabilities", Parameter("AcceptVersions", "2.0.0")),
        Operation("DescribeFeatureType", Parameter("outputFormat", WfsEndpoints.Gml)),
        Operation("GetFeature", Parameter("resultType", "results", "hits"), Parameter("outputFormat", WfsEndpoints.Gml, WfsEndpoints.Json), Default("CountDefault", WfsEndpoints.UsualCount.ToString(CultureInfo.InvariantCulture))),
        Parameter("version", "2.0.0"),
        ServiceParts
            .Select(name => Constraint(Ows + "Constraint", "Implements" + name, false)),
        Constraint(Ows + "Constraint", "KVPEncoding", true), Constraint(Ows + "Constraint", "XMLEncoding", false), Constraint(Ows + "Constraint", "SOAPEncoding", false),
        Constraint(Ows + "Constraint", "ImplementsResultPaging", true), Constraint(Ows + "Constraint", "PagingIsTransactionSafe", false));

    XElement Operation(string name, params IEnumerable<XElement> more) => new(
        Ows + "Operation",
        new XAttribute("name", name),
        new XElement(Ows + "DCP", new XElement(Ows + "HTTP", new XElement(Ows + "Get", new XAttribute(OwsAnswers.XLink + "href", address + "?")))),
        more);

    static XElement Parameter(string name, params IEnumerable<string> values) => new(
        Ows + "Parameter", new XAttribute("name", name), new XElement(Ows + "AllowedValues", values.Select(value => new XElement(Ows + "Value", value))));

    static XElement Constraint(XName element, string name, bool holds) => new(
        element, new XAttribute("name", name), new XElement(Ows + "NoValues"), new XElement(Ows + "DefaultValue", holds ? "TRUE" : "FALSE"));

    static XElement Default(string name, string value) => new(
        Ows + "Constraint", new XAttribute("name", name), new XElement(Ows + "NoValues"), new XElement(Ows + "DefaultValue", value));

    XElement Type(OgcCollection type)
    {
        var extent = extents.GetValueOrDefault(type.ExtentLayer)
            ?? new(Region.LongAn.West, Region.LongAn.South, Region.LongAn.East, Region.LongAn.North, null, null);
        return new(
            Wfs + "FeatureType",
            new XElement(Wfs + "Name", "longan:" + type.Id),
            new XElement(Wfs + "Title", type.Title.In(english)),
            type.Description is { } description ? new XElement(Wfs + "Abstract", OwsAnswers.Clean(description.In(english))) : null,
            new XElement(Wfs + "DefaultCRS", WfsReference.Usual.Name),
            OgcCrs.All.Select(WfsReference.Urn).Where(name => name != WfsReference.Usual.Name).Select(name => new XElement(Wfs + "OtherCRS", name)),
            new XElement(Wfs + "OutputFormats", new XElement(Wfs + "Format", WfsEndpoints.Gml), new XElement(Wfs + "Format", WfsEndpoints.Json)),
            new XElement(
                Ows + "WGS84BoundingBox",
                new XElement(Ows + "LowerCorner", $"{Number(extent.West)} {Number(extent.South)}"), new XElement(Ows + "UpperCorner", $"{Number(extent.East)} {Number(extent.North)}")));
    }

    static string Number(double number) => Math.Round(number, 7).ToString(CultureInfo.InvariantCulture);
}
