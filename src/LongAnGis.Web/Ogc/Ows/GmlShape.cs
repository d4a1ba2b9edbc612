using System.Globalization;
using System.Text;
using System.Xml;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>The namespaces of WFS 2.0 and GML 3.2, and ours.</summary>
static class GmlNames
{
    public const string Wfs = "http://www.opengis.net/wfs/2.0", Gml = "http://www.opengis.net/gml/3.2", Own = "urn:longan-gis:features";

    /// <summary>An id as XML allows it.</summary>
    public static string Id(string text) => new([.. text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')]);
}

/// <summary>Writes geometry as GML 3.2; X of the shape is the easting or longitude, whichever axis is written first.</summary>
sealed class GmlShape(string reference, bool northFirst, int decimals)
{
    public void Write(XmlWriter xml, Geometry geometry, string id)
    {
        var part = 0;
        Write(xml, geometry, id, ref part);
    }

    void Write(XmlWriter xml, Geometry geometry, string id, ref int part)
    {
        var (name, member) = geometry switch
        {
            Point => ("Point", ""),
            LineString => ("LineString", ""),
            Polygon => ("Polygon", ""),
            MultiPoint => ("MultiPoint", "pointMember"),
            MultiLineString => ("MultiCurve", "curveMember"),
            MultiPolygon => ("MultiSurface", "surfaceMember"),
            _ => ("MultiGeometry", "geometryMember"),
        };
        xml.WriteStartElement("gml", name, GmlNames.Gml);
        xml.WriteAttributeString("gml", "id", GmlNames.Gml, string.Create(CultureInfo.InvariantCulture, $"{id}.g{part++}"));
        xml.WriteAttributeString("srsName", reference);
        switch (geometry)
        {
            case Point point:
                xml.WriteElementString("gml", "pos", GmlNames.Gml, Positions([point.Coordinate]));
                break;
            case LineString line:
                xml.WriteElementString("gml", "posList", GmlNames.Gml, Positions(line.Coordinates));
                break;
            case Polygon area:
                Ring(xml, "exterior", area.ExteriorRing);
                foreach (var hole in area.InteriorRings)
                {
                    Ring(xml, "interior", hole);
                }

                break;
            default:
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    xml.WriteStartElement("gml", member, GmlNames.Gml);
                    Write(xml, geometry.GetGeometryN(i), id, ref part);
                    xml.WriteEndElement();
                }

                break;
        }

        xml.WriteEndElement();
    }

    void Ring(XmlWriter xml, string role, LineString ring)
    {
        xml.WriteStartElement("gml", role, GmlNames.Gml);
        xml.WriteStartElement("gml", "LinearRing", GmlNames.Gml);
        xml.WriteElementString("gml", "posList", GmlNames.Gml, Positions(ring.Coordinates));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    string Positions(Coordinate[] coordinates)
    {
        var text = new StringBuilder(coordinates.Length * 24);
        foreach (var place in coordinates)
        {
            var (first, second) = northFirst ? (place.Y, place.X) : (place.X, place.Y);
            text.Append(text.Length == 0 ? "" : " ")
                .Append(Math.Round(first, decimals).ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Math.Round(second, decimals).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
