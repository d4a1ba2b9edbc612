using System.Data.Common;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Lookup;

/// <summary>A feature that a parcel meets.</summary>
/// <param name="Dimension">2 for an area, 1 for a line, 0 for a point.</param>
/// <param name="IsIndicative">Its place is a symbol: it is told, and never measured.</param>
public sealed record FeatureMet(
    long Version, string Layer, long Id, string? Code, Bilingual Name, bool IsIndicative, string? Instrument,
    DateOnly? InForceFrom, DateOnly? InForceUntil, bool IsInForce, int Dimension)
{
    public string Path => $"/plan/{Layer}/{Id}";

    public string Key => $"{Layer}/{Id}";

    /// <summary>From the first eleven columns of the questions about parcels and lines.</summary>
    public static FeatureMet Read(DbDataReader row)
    {
        var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(8);
        return new(
            row.GetInt64(0), row.GetString(2), row.GetInt64(1), row.FindString(3), row.GetBilingual(4), row.GetBoolean(6), row.FindString(7),
            inForce.FirstDay(), inForce.DayAfter(), row.GetBoolean(9), row.GetInt32(10));
    }
}

/// <summary>The areas of one layer on the parcel, and what of the parcel they leave.</summary>
public sealed record LayerOnParcel(string Layer, ParcelOverlay<FeatureMet> Overlay);

/// <summary>The nearest thing of a layer.</summary>
public sealed record NearestThing(string Layer, long Id, Bilingual Name, bool IsIndicative, double DistanceMetres)
{
    public string Path => $"/plan/{Layer}/{Id}";
}

/// <summary>What the plan says of a parcel at a moment.</summary>
/// <param name="Measured">Layers of areas whose outline is known, in drawing order from the top; units of administration last.</param>
/// <param name="Met">Lines, points and indicative areas that it meets, and areas of it that cannot be measured.</param>
/// <param name="Past">What was in force here and no longer is, or will be.</param>
public sealed record ParcelAnswer(
    PointInTime Moment, double AreaSquareMetres, IReadOnlyList<LayerOnParcel> Measured, IReadOnlyList<FeatureMet> Met,
    IReadOnlyList<FeatureMet> Past, IReadOnlyList<NearestThing> Nearest)
{
    /// <summary>Units of administration, of which a parcel lies in one of each time or in neighbours.</summary>
    public static readonly IReadOnlySet<string> Units = new HashSet<string>(StringComparer.Ordinal) { "districts", "communes" };

    public IEnumerable<LayerOnParcel> Plan => Measured.Where(one => !Units.Contains(one.Layer));

    public IEnumerable<LayerOnParcel> Administration => Measured.Where(one => Units.Contains(one.Layer));

    /// <summary>Whether the plan has nothing here, which is said plainly.</summary>
    public bool IsEmpty => !Plan.Any(one => one.Overlay.Parts.Count > 0) && Met.Count == 0;

    public int Slivers => Measured.Sum(one => one.Overlay.Slivers);

    /// <summary>Units of administration on the parcel, the largest part first.</summary>
    public IEnumerable<FeatureMet> LiesIn => Administration
        .SelectMany(one => one.Overlay.Parts)
        .OrderByDescending(part => part.AreaSquareMetres)
        .Select(part => part.Thing);

    /// <summary>Versions of the plan that speak here, by which two moments are compared.</summary>
    public IEnumerable<FeatureMet> Speaking => Plan.SelectMany(one => one.Overlay.Parts.Select(part => part.Thing)).Concat(Met);
}
