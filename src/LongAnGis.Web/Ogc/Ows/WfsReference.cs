using System.Globalization;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>
/// A reference system as WFS clients name it. URNs and URIs mean the axes of the register (EPSG:4326 with latitude first); the short form
/// <c>EPSG:4326</c> has always meant x before y.
/// </summary>
sealed record WfsReference(string Name, OgcCrs Crs)
{
    public static WfsReference Usual { get; } = new(Urn(OgcCrs.All.First(crs => crs is { Srid: 4326, NorthFirst: true })), OgcCrs.All.First(crs => crs is { Srid: 4326, NorthFirst: true }));

    /// <summary>As capabilities name it.</summary>
    public static string Urn(OgcCrs crs) => crs == OgcCrs.Crs84
        ? "urn:ogc:def:crs:OGC:1.3:CRS84"
        : string.Create(CultureInfo.InvariantCulture, $"urn:ogc:def:crs:EPSG::{crs.Srid}");

    /// <exception cref="OwsException">For a system that is not offered.</exception>
    public static WfsReference Read(string? name, string parameter)
    {
        if (name is null)
        {
            return Usual;
        }

        var known = OgcCrs.All.FirstOrDefault(crs => name == crs.Uri || name == Urn(crs) || (crs == OgcCrs.Crs84 && name == "CRS:84"));
        if (known is not null)
        {
            return new(name, known);
        }

        var plain = OgcCrs.All.FirstOrDefault(crs => crs != OgcCrs.Crs84 && name == string.Create(CultureInfo.InvariantCulture, $"EPSG:{crs.Srid}"));
        return plain is null
            ? throw OwsException.Invalid(parameter, "nêu hệ tọa độ không được cung cấp; xem GetCapabilities.", "names a reference system that is not offered; see GetCapabilities.")
            : new(name, plain with { NorthFirst = false });
    }
}
