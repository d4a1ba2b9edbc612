using System.Globalization;
using System.Xml.Linq;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>What WMS offers: every public layer, in each reference system, on every day since the first that is known.</summary>
sealed class WmsCapabilities(string address, Layers layers, IReadOnlyDictionary<string, OgcExtent> extents, DateOnly today, bool english)
{
    static readonly XNamespace Wms = "http://www.opengis.net/wms", Sld = "http://www.opengis.net/sld";

    public XDocument Document() => new(new XElement(
        Wms + "WMS_Capabilities",
        new XAttribute("version", "1.3.0"),
        new XAttribute(XNamespace.Xmlns + "xlink", OwsAnswers.XLink), new XAttribute(XNamespace.Xmlns + "sld", Sld), new XAttribute(XNamespace.Xmlns + "xsi", OwsAnswers.Xsi),
        new XAttribute(OwsAnswers.Xsi + "schemaLocation", $"{Wms} http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd {Sld} http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd"),
        new XElement(
            Wms + "Service",
            new XElement(Wms + "Name", "WMS"),
            new XElement(Wms + "Title", OwsAnswers.Title.In(english)),
            Online(address),
            new XElement(Wms + "Fees", "none"), new XElement(Wms + "AccessConstraints", "none"),
            new XElement(Wms + "LayerLimit", WmsEndpoints.MostLayers), new XElement(Wms + "MaxWidth", WmsEndpoints.MostSide), new XElement(Wms + "MaxHeight", WmsEndpoints.MostSide)),
        new XElement(
            Wms + "Capability",
            new XElement(
                Wms + "Request",
                Operation(Wms + "GetCapabilities", ["text/xml"]), Operation(Wms + "GetMap", ["image/png"]), Operation(Wms + "GetFeatureInfo", WmsEndpoints.InfoFormats),
                Operation(Sld + "GetLegendGraphic", ["image/png"])),
            new XElement(Wms + "Exception", new XElement(Wms + "Format", "XML")),
            new XElement(
                Wms + "Layer",
                new XElement(Wms + "Title", OwsAnswers.Title.In(english)),
                WmsEndpoints.Systems.Select(crs => new XElement(Wms + "CRS", Name(crs))),
                Boxes(new(Region.LongAn.West, Region.LongAn.South, Region.LongAn.East, Region.LongAn.North, null, null)),
                layers.InDrawingOrder.Reverse().Select(Described)))));

    XElement Described(Layer layer)
    {
        var extent = extents.GetValueOrDefault(layer.Code);
        return new(
            Wms + "Layer",
            new XAttribute("queryable", "1"),
            new XElement(Wms + "Name", layer.Code),
            new XElement(Wms + "Title", layer.Name.In(english)),
            layer.Description is { } description ? new XElement(Wms + "Abstract", OwsAnswers.Clean(description.In(english))) : null,
            extent is null ? null : Boxes(extent),
            new XElement(
                Wms + "Dimension",
                new XAttribute("name", "time"), new XAttribute("units", "ISO8601"), new XAttribute("default", CalendarDay.Write(today)), new XAttribute("current", "1"),
                $"{CalendarDay.Write(extent?.From is { } from && from < today ? from : today)}/{CalendarDay.Write(today)}/P1D"),
            new XElement(
                Wms + "Style",
                new XElement(Wms + "Name", "default"), new XElement(Wms + "Title", layer.Name.In(english)),
                new XElement(
                    Wms + "LegendURL",
                    Sized(new WmsLegend(layer, english)),
                    new XElement(Wms + "Format", "image/png"),
                    Online($"{address}?service=WMS&version=1.3.0&request=GetLegendGraphic&format=image/png&layer={layer.Code}"))));
    }

    static IEnumerable<XAttribute> Sized(WmsLegend legend) => [new("width", (int)legend.Size.Width), new("height", (int)legend.Size.Height)];

    // In degrees, and in each system with the axes that it has.
    static IEnumerable<XElement> Boxes(OgcExtent extent)
    {
        yield return new(
            Wms + "EX_GeographicBoundingBox",
            new XElement(Wms + "westBoundLongitude", extent.West), new XElement(Wms + "eastBoundLongitude", extent.East),
            new XElement(Wms + "southBoundLatitude", extent.South), new XElement(Wms + "northBoundLatitude", extent.North));
        yield return Box("CRS:84", extent.West, extent.South, extent.East, extent.North);
        yield return Box("EPSG:4326", extent.South, extent.West, extent.North, extent.East);
        var metres = MapPlane.Mercator.Cover(new(extent.South, extent.West, extent.North, extent.East));
        yield return Box("EPSG:3857", metres.MinX, metres.MinY, metres.MaxX, metres.MaxY);
    }

    static XElement Box(string crs, double minX, double minY, double maxX, double maxY) => new(
        Wms + "BoundingBox",
        new XAttribute("CRS", crs), new XAttribute("minx", Number(minX)), new XAttribute("miny", Number(minY)), new XAttribute("maxx", Number(maxX)), new XAttribute("maxy", Number(maxY)));

    static string Name(OgcCrs crs) => crs == OgcCrs.Crs84 ? "CRS:84" : string.Create(CultureInfo.InvariantCulture, $"EPSG:{crs.Srid}");

    XElement Operation(XName name, IReadOnlyList<string> formats) => new(
        name,
        formats.Select(format => new XElement(Wms + "Format", format)),
        new XElement(Wms + "DCPType", new XElement(Wms + "HTTP", new XElement(Wms + "Get", Online(address + "?")))));

    static XElement Online(string href) => new(
        Wms + "OnlineResource", new XAttribute(OwsAnswers.XLink + "type", "simple"), new XAttribute(OwsAnswers.XLink + "href", href));

    static string Number(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
