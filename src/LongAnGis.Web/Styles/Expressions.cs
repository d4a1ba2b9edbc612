using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>MapLibre expressions over the classes of a layer.</summary>
static class Expressions
{
    public static JsonArray Get(string attribute) => ["get", attribute];

    public static JsonArray IsIndicative() => ["==", Get("quality"), Quality.Indicative];

    /// <summary>The value of the class a feature belongs to: a plain value when all classes agree, else a match.</summary>
    public static JsonNode PerClass(string? attribute, IReadOnlyList<SymbolClass> classes, Func<Appearance, JsonNode> part)
    {
        var other = classes[^1];
        var fallback = part(other.Looks);
        var match = new JsonArray("match", new JsonArray("to-string", Get(attribute ?? "")));
        foreach (var one in classes.Where(one => one.Value is not null))
        {
            var own = part(one.Looks);
            if (JsonNode.DeepEquals(own, fallback))
                continue;
            match.Add(one.Value);
            match.Add(own);
        }

        if (match.Count == 2)
            return fallback;
        match.Add(fallback);
        return match;
    }

    /// <summary>The precise looks of a feature's class, or the indicative ones where its place is only indicative.</summary>
    public static JsonNode PerQuality(JsonNode precise, JsonNode indicative) =>
        JsonNode.DeepEquals(precise, indicative) ? precise : new JsonArray("case", IsIndicative(), indicative, precise);

    /// <summary>The value for the status of a feature; a plain value when all statuses agree.</summary>
    public static JsonNode PerStatus(string? attribute, Func<LandStatus, JsonNode> part)
    {
        var existing = part(LandStatus.Existing);
        if (attribute is null)
            return existing;

        var match = new JsonArray("match", new JsonArray("to-string", Get(attribute)));
        foreach (var status in LandStatuses.All.Where(status => status != LandStatus.Existing))
        {
            match.Add(status.Code());
            match.Add(part(status));
        }

        match.Add(existing);
        return match;
    }

    /// <summary>True for features of a status; null when the layer knows none.</summary>
    public static JsonNode? HasStatus(string? attribute, LandStatus status) =>
        attribute is null ? null : PerStatus(attribute, one => one == status);

    /// <summary>True for features of these classes; null when all classes are meant and no test is needed.</summary>
    public static JsonNode? IsOneOf(string? attribute, IReadOnlyList<SymbolClass> all, IReadOnlyList<SymbolClass> some)
    {
        if (some.Count == all.Count)
            return null;

        var value = new JsonArray("to-string", Get(attribute ?? ""));
        // The class of all other values can only be said by what it is not.
        var isOther = some.Any(one => one.Value is null);
        var listed = (isOther ? all.Except(some) : some).Select(one => (JsonNode)one.Value!).ToArray();
        var isListed = new JsonArray("in", value, new JsonArray("literal", new JsonArray(listed)));
        return isOther ? new JsonArray("!", isListed) : isListed;
    }

    /// <summary>True once the map has reached the first zoom of a feature's class; null when no class waits for one.</summary>
    public static JsonNode? IsLargeEnough(SymbolBy? by)
    {
        if (by?.Cases.Where(one => one.MinZoom is not null).ToList() is not { Count: > 0 } waiting)
            return null;

        var firstZoom = new JsonArray("match", new JsonArray("to-string", Get(by.Attribute)));
        foreach (var one in waiting)
        {
            firstZoom.Add(one.Value);
            firstZoom.Add(one.MinZoom);
        }

        firstZoom.Add(0);
        return new JsonArray(">=", new JsonArray("zoom"), firstZoom);
    }

    public static JsonNode? All(params IEnumerable<JsonNode?> tests)
    {
        var real = tests.OfType<JsonNode>().ToArray();
        return real.Length switch
        {
            0 => null,
            1 => real[0],
            _ => new JsonArray(["all", .. real]),
        };
    }
}
