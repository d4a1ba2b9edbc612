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
}
