using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Features;

/// <summary>One version of a feature, without its geometry: what it is, when it holds, and where each value comes from.</summary>
/// <param name="InForceUntil">The first day on which it is no longer in force; null while no end is known.</param>
/// <param name="RevisionTo">The publication that replaced this version; null while it is the last word.</param>
/// <param name="AreaM2">Planar, VN-2000 / 105°45′; null where the geometry is indicative or has no area.</param>
/// <param name="LengthM">Planar, VN-2000 / 105°45′; null where the geometry is indicative or has no length.</param>
public sealed record Feature(
    long VersionId,
    long Id,
    string Layer,
    string? Plan,
    string Code,
    Bilingual Name,
    JsonElement Attributes,
    string Quality,
    string? GeometrySource,
    IReadOnlyList<string> Sources,
    string? Note,
    string Instrument,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    int RevisionFrom,
    int? RevisionTo,
    DateTime RecordedAt,
    string RecordedBy,
    long? SuccessorId,
    double? AreaM2,
    double? LengthM)
{
    /// <summary>The columns that <see cref="Read"/> expects, first in a query, from a row called <c>version</c>; SQL files spell them out.</summary>
    public const string Columns = """
        version.version_id, version.feature_id, version.layer_code, version.plan_code, version.code, version.name_vi,
        version.name_en, version.attributes::text, version.geometry_quality, version.geometry_source,
        version.sources::text, version.note, version.instrument_code, version.in_force, version.revision_from,
        version.revision_to, version.recorded_at, version.recorded_by, version.successor_id, version.area_m2,
        version.length_m
        """;

    /// <summary>How many columns <see cref="Columns"/> has: a query's own follow after them.</summary>
    public const int ColumnCount = 21;

    public bool IsIndicative => Quality == Core.Plans.Quality.Indicative;

    public bool IsInForce(DateOnly day) => (InForceFrom is null || InForceFrom <= day) && (InForceUntil is null || day < InForceUntil);

    /// <summary>True when its time is over on that day: historic, never invalid.</summary>
    public bool HasEnded(DateOnly day) => InForceUntil <= day;

    public static Feature Read(DbDataReader row)
    {
        var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(13);
        return new(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.FindString(3), row.GetString(4), row.GetBilingual(5),
            JsonElement.Parse(row.GetString(7)), row.GetString(8), row.FindString(9), ReadSources(row.GetString(10)),
            row.FindString(11), row.GetString(12), inForce.FirstDay(), inForce.DayAfter(), row.GetInt32(14), row.Find<int>(15),
            row.GetDateTime(16), row.GetString(17), row.Find<long>(18), row.Find<double>(19), row.Find<double>(20));
    }

    // A source is an address or a sentence; objects carry the address as "url".
    static List<string> ReadSources(string json) =>
        [.. JsonElement.Parse(json) switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(SourceText).OfType<string>(),
            var single => new[] { SourceText(single) }.OfType<string>(),
        }];

    static string? SourceText(JsonElement source) => source.ValueKind switch
    {
        JsonValueKind.String => source.GetString(),
        JsonValueKind.Object when source.TryGetProperty("url", out var url) => url.GetString(),
        _ => null,
    };
}
