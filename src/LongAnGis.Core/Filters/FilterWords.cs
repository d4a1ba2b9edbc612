namespace LongAnGis.Core.Filters;

/// <summary>The words of CQL2 for comparisons and relations, shared by both encodings.</summary>
static class FilterWords
{
    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>
    {
        ["="] = Comparison.Equal,
        ["<>"] = Comparison.NotEqual,
        ["<"] = Comparison.Less,
        ["<="] = Comparison.LessOrEqual,
        [">"] = Comparison.Greater,
        [">="] = Comparison.GreaterOrEqual,
    };

    /// <summary>s_intersects and its kin.</summary>
    public static readonly IReadOnlyDictionary<string, SpatialRelation> Spatial =
        Enum.GetValues<SpatialRelation>().ToDictionary(relation => "s_" + relation, StringComparer.OrdinalIgnoreCase);

    /// <summary>t_after and its kin; without the underscores that no word of the standard has (T_FINISHEDBY).</summary>
    public static readonly IReadOnlyDictionary<string, TemporalRelation> Temporal =
        Enum.GetValues<TemporalRelation>().ToDictionary(relation => "t_" + relation, StringComparer.OrdinalIgnoreCase);

    public static FilterException UnknownFunction(string name, int? position = null) => new(
        $"Không có hàm “{Short(name)}”; bộ lọc chỉ nhận các hàm CQL2 mà dịch vụ đã khai báo.",
        $"There is no function “{Short(name)}”; filters take the CQL2 functions that the service declares.", position);

    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
