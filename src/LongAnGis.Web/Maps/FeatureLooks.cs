using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Maps;

/// <summary>How a feature is drawn on paper: by its class, by its status where its layer tells it, and fainter where its place is indicative.</summary>
static class FeatureLooks
{
    public static Appearance Of(Layer layer, IReadOnlyList<SymbolClass> classes, MapFeature feature)
    {
        var looks = ClassOf(layer, classes, feature).Looks;
        if (StatusOf(layer, feature) is { } status)
            looks = looks.As(status);
        return feature.Quality == Quality.Indicative ? looks.Indicative() : looks;
    }

    public static SymbolClass ClassOf(Layer layer, IReadOnlyList<SymbolClass> classes, MapFeature feature)
    {
        var value = layer.Symbol.By is { } by && feature.Attributes.TryGetProperty(by.Attribute, out var own) ? own.ToString() : null;
        return classes.FirstOrDefault(one => one.Value is not null && one.Value == value) ?? classes[^1];
    }

    /// <summary>Null in a layer that is not drawn by status.</summary>
    public static LandStatus? StatusOf(Layer layer, MapFeature feature) =>
        layer.Symbol.Status is { } status && feature.Attributes.TryGetProperty(status, out var stands) ? LandStatuses.Find(stands.ToString()) : null;
}
