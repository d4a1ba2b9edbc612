using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>Corners as people speak of them.</summary>
static class Corners
{
    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>“Vòng ngoài, đỉnh 7” or “Phần 2, lỗ 1, đỉnh 3”, counted from 1.</summary>
    public static Bilingual Name(VertexAddress address)
    {
        var vi = new List<string>();
        var en = new List<string>();
        if (address.Part > 0)
        {
            vi.Add($"phần {address.Part + 1}");
            en.Add($"part {address.Part + 1}");
        }

        if (address.Ring > 0)
        {
            vi.Add($"lỗ {address.Ring}");
            en.Add($"hole {address.Ring}");
        }

        vi.Add($"đỉnh {address.Vertex + 1}");
        en.Add($"corner {address.Vertex + 1}");
        return new(Capital(string.Join(", ", vi)), Capital(string.Join(", ", en)));
    }

    /// <summary>“Vòng ngoài” or “Lỗ 1”, with the part where there are several.</summary>
    public static Bilingual RingName(int part, int ring)
    {
        var (vi, en) = ring == 0 ? ("vòng ngoài", "outer ring") : ($"lỗ {ring}", $"hole {ring}");
        return part == 0
            ? new(Capital(vi), Capital(en))
            : new($"Phần {part + 1}, {vi}", $"Part {part + 1}, {en}");
    }

    /// <summary>The position with six decimals; what is no position on the globe as the bare numbers.</summary>
    public static string Written(Coordinate corner, bool english)
    {
        var position = new Wgs84Position(Latitude: corner.Y, Longitude: corner.X);
        var culture = AttributeText.Culture(english);
        return position.IsOnTheGlobe
            ? CoordinateFormat.Wgs84(position, english)
            : string.Create(culture, $"{corner.X:0.######}; {corner.Y:0.######}");
    }

    public static Point Place(Coordinate corner) => Factory.CreatePoint(corner.Copy());

    static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
