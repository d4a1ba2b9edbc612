using LongAnGis.Seed.Files;
using NetTopologySuite.Geometries;

namespace LongAnGis.Seed.Boundaries;

/// <summary>
/// The administrative units of the reference folder at its generalised level. Districts, communes and neighbours share
/// identical vertices on every common edge; the detailed level is another topology and is never mixed in.
/// </summary>
public sealed class AdministrativeUnits(Reference reference)
{
    public IReadOnlyList<(Row Properties, Geometry Geometry)> Districts { get; } = reference.Features("districts");
    public IReadOnlyList<(Row Properties, Geometry Geometry)> Communes { get; } = reference.Features("communes-2025");
    public IReadOnlyList<(Row Properties, Geometry Geometry)> Neighbours { get; } = reference.Features("neighbours");
    public IReadOnlyList<Row> OldCommunes { get; } = reference.Table("communes-before-2025-07");
    public IReadOnlyList<Row> Crosswalk { get; } = reference.Table("commune-crosswalk");
    public IReadOnlyList<Row> Shares { get; } = reference.Table("commune-district-shares");

    /// <summary>The last day of provinces, districts and communes as they were, plus one.</summary>
    public static readonly DateOnly MergerDay = new(2025, 7, 1);

    public const string BaseChangeSet = "base-map";
    public const string CommunesChangeSet = "communes-2025-07";
    public const string BaseDataSet = "ds-boundaries-2026";
    public const string MergerOfProvinces = "nq-202-2025-qh15";
    public const string MergerOfCommunes = "nq-1682-2025";

    public const string BaseSource =
        "vietnamese-provinces-database, commit cd58063 (MIT), 10 % of vertices kept; not a surveyed boundary";

    public static readonly IReadOnlyList<string> BaseSources =
        ["https://github.com/thanglequoc/vietnamese-provinces-database", "https://sapnhap.bando.com.vn"];

    /// <summary>Attribute list builder that keeps the order in which keys are given.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Attributes(params (string Key, object? Value)[] values) =>
        [.. values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value))];
}
