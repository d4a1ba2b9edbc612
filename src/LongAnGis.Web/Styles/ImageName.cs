using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>
/// Names of the images that the map client paints on demand: there is no sprite to fetch, the name says everything.
/// <c>sym/{shape}/{fill}/{outline}/{side px}/{solid|hollow|dashed}/{glyph?}</c> and <c>pattern/{hatch|dots}/{colour}</c>,
/// colours as six hex figures.
/// </summary>
public static class ImageName
{
    public static string Symbol(Appearance looks) => string.Create(
        CultureInfo.InvariantCulture,
        $"sym/{Word(looks.Shape)}/{Hex(looks.Colour)}/{Hex(looks.Outline)}/{looks.Size:0.#}/{Word(looks.Edge)}/{looks.Glyph}");

    public static string Pattern(Appearance looks) => $"pattern/{Word(looks.Pattern!.Value)}/{Hex(looks.Outline)}";

    static string Hex(string colour) => colour[1..].ToLowerInvariant();

    static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
