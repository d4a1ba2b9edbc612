using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>
/// One line of a legend as desktop programs draw it: which features it takes, and how they look. Written from the same resolved
/// classes as the map on screen, so that QGIS shows what the browser shows.
/// </summary>
/// <param name="Value">The value of the class; null takes all that no other class does.</param>
/// <param name="Status">The status; null where the layer is not drawn by one.</param>
/// <param name="IsIndicative">Whether it takes features whose place is only indicative; null where they look alike.</param>
/// <param name="MinZoom">The first zoom (of MapLibre) at which the class is drawn.</param>
sealed record DrawnRule(string? Value, LandStatus? Status, bool? IsIndicative, Bilingual Name, Appearance Looks, double? MinZoom);

/// <summary>The rules of a layer, and what their tests are about.</summary>
sealed class DrawnRules
{
    DrawnRules(Layer layer)
    {
        Layer = layer;
        Attribute = layer.Symbol.By?.Attribute;
        var classes = layer.Symbol.Classes(dark: false);
        Values = [.. classes.Select(one => one.Value).OfType<string>()];
        All = [.. classes.SelectMany(one => Of(layer, one, classes.Count > 1))];
    }

    public Layer Layer { get; }

    /// <summary>The property that tells classes apart, by the name that it has in files and collections; null when all are alike.</summary>
    public string? Attribute { get; }

    /// <summary>The values that have a class of their own.</summary>
    public IReadOnlyList<string> Values { get; }

    public IReadOnlyList<DrawnRule> All { get; }

    /// <summary>What features of the layer are drawn as: what its symbol is made for.</summary>
    public SymbolKind Kind => Layer.Symbol.Kind;

    public static DrawnRules Of(Layer layer) => new(layer);

    static IEnumerable<DrawnRule> Of(Layer layer, SymbolClass one, bool isOneOfMany)
    {
        var zoom = layer.Symbol.By?.Cases.FirstOrDefault(own => own.Value == one.Value && own.Value is not null)?.MinZoom;
        foreach (var status in layer.Symbol.Status is null ? [(LandStatus?)null] : LandStatuses.All.Select(status => (LandStatus?)status))
        {
            var looks = status is { } known ? one.Looks.As(known) : one.Looks;
            var name = Name(layer, one, status, isOneOfMany);
            if (looks.Indicative() == looks)
            {
                yield return new(one.Value, status, null, name, looks, zoom);
                continue;
            }

            yield return new(one.Value, status, false, name, looks, zoom);
            yield return new(
                one.Value, status, true, new($"{name.Vi} (vị trí chỉ dẫn)", $"{name.In(english: true)} (indicative place)"), looks.Indicative(), zoom);
        }
    }

    static Bilingual Name(Layer layer, SymbolClass one, LandStatus? status, bool isOneOfMany)
    {
        var own = isOneOfMany && one.Label is { } label ? label : layer.Name;
        return status is { } known && known.Name() is var stands ? new($"{own.Vi}, {stands.Vi}", $"{own.In(english: true)}, {stands.In(english: true)}") : own;
    }
}

/// <summary>Scales of desktop programs (96 dpi) and zooms of MapLibre, whose tiles are 512 pixels wide.</summary>
static class DesktopScale
{
    const double AtZoomZero = 295_828_763.8;

    public static double Denominator(double zoom) => Math.Round(AtZoomZero / Math.Pow(2, zoom));
}
