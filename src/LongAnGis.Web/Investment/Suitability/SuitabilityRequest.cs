using System.Globalization;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Investment.Suitability;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment.Suitability;

/// <summary>What an address asks sites to be ranked by: <c>w.near.hcmc=3&amp;w.free=5</c>. The same for the page and its map.</summary>
static class SuitabilityRequest
{
    public const string Page = SiteLinks.Search + "/suitability";

    const string Prefix = "w.";

    /// <summary>From the least suitable to the most.</summary>
    public static IReadOnlyList<string> Colours { get; } = Palette.Sequential(SuitabilityRanking.Grades);

    public static string Parameter(Criterion criterion) => Prefix + criterion.Code;

    /// <summary>True for a parameter that weighs a criterion.</summary>
    public static bool Owns(string parameter) => parameter.StartsWith(Prefix, StringComparison.Ordinal);

    /// <exception cref="RefusedException">400 when a criterion or weight is none of ours: with what there is.</exception>
    public static IReadOnlyList<Weight> Read(IQueryCollection query)
    {
        var weights = new List<Weight>();
        foreach (var parameter in query.Keys.Where(Owns))
        {
            var criterion = Criteria.Find(parameter[Prefix.Length..]) ?? throw new RefusedException(Refusal.BadRequest(
                $"Không có tiêu chí này. Các tiêu chí: {string.Join(", ", Criteria.Every.Select(one => one.Code))}.",
                $"There is no such criterion. The criteria are: {string.Join(", ", Criteria.Every.Select(one => one.Code))}."));
            if (Heaviness(query[parameter].LastOrDefault()) is var heaviness and > 0)
                weights.Add(new(criterion, heaviness));
        }

        return weights;
    }

    static int Heaviness(string? text) => string.IsNullOrEmpty(text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var heaviness) && heaviness <= Criteria.HeaviestWeight ? heaviness
        : throw new RefusedException(Refusal.BadRequest(
            $"Trọng số là số nguyên từ 0 đến {Criteria.HeaviestWeight}.", $"A weight is a whole number from 0 to {Criteria.HeaviestWeight}."));
}
