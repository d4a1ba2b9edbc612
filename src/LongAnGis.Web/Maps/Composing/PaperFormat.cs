using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>A sheet of the A series (ISO 216).</summary>
/// <param name="ShortMillimetres">The shorter side.</param>
/// <param name="LongMillimetres">The longer side.</param>
/// <param name="TextFactor">How much larger than on A4 what stands beside the map is set: large sheets hang on walls.</param>
public sealed record PaperFormat(string Name, double ShortMillimetres, double LongMillimetres, float TextFactor)
{
    const double PointsPerMillimetre = 72 / 25.4;

    public static IReadOnlyList<PaperFormat> All { get; } =
    [
        new("A4", 210, 297, 1), new("A3", 297, 420, 1.2f), new("A2", 420, 594, 1.55f), new("A1", 594, 841, 2f), new("A0", 841, 1189, 2.6f),
    ];

    public static PaperFormat? Find(string? name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Points (1/72 inch) of the sheet.</summary>
    public SKSize Size(bool isLandscape) => isLandscape
        ? new(Points(LongMillimetres), Points(ShortMillimetres))
        : new(Points(ShortMillimetres), Points(LongMillimetres));

    public static float Points(double millimetres) => (float)(millimetres * PointsPerMillimetre);
}
