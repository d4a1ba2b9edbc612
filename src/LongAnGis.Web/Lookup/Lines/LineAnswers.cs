using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>The areas of one layer along a line.</summary>
public sealed record LayerAlongLine(string Layer, LineOverlay<FeatureMet> Overlay);

/// <summary>A line of the plan that is crossed, and where: metres from the beginning.</summary>
public sealed record LineCrossed(FeatureMet Feature, IReadOnlyList<double> AtMetres);

/// <summary>What the plan says along a line at a moment.</summary>
/// <param name="Measured">Layers of areas whose outline is known, in drawing order from the top.</param>
/// <param name="Crossed">Roads, canals and other lines, in the order in which they are met.</param>
/// <param name="Met">Points and what is indicative: told, never measured.</param>
/// <param name="Past">What was in force along it and no longer is, or will be.</param>
public sealed record LineAnswer(
    PointInTime Moment, double LengthMetres, IReadOnlyList<LayerAlongLine> Measured, IReadOnlyList<LineCrossed> Crossed,
    IReadOnlyList<FeatureMet> Met, IReadOnlyList<FeatureMet> Past, IReadOnlyList<NearestThing> Nearest)
{
    public IEnumerable<LayerAlongLine> Plan => Measured.Where(one => !ParcelAnswer.Units.Contains(one.Layer));

    public IEnumerable<LayerAlongLine> Administration => Measured.Where(one => ParcelAnswer.Units.Contains(one.Layer));

    public bool IsEmpty => !Plan.Any(one => one.Overlay.Parts.Count > 0) && Met.Count == 0 && Crossed.Count == 0;

    /// <summary>Units of administration along the line, the longest stretch first.</summary>
    public IEnumerable<FeatureMet> LiesIn => Administration
        .SelectMany(one => one.Overlay.Parts)
        .OrderByDescending(part => part.LengthMetres)
        .Select(part => part.Thing);

    /// <summary>Versions of the plan that speak along the line, by which two moments are compared.</summary>
    public IEnumerable<FeatureMet> Speaking => Plan
        .SelectMany(one => one.Overlay.Parts.Select(part => part.Thing))
        .Concat(Crossed.Select(one => one.Feature))
        .Concat(Met);
}

/// <summary>Asks what the published plan says along a line.</summary>
public sealed class LineAnswers(PublicDatabase database, ParcelAnswers parcels)
{
    static readonly string Query = Sql.Beside<LineAnswers>("FeaturesOnLine");

    public async Task<LineAnswer> Of(LineShape shape, PointInTime moment, CancellationToken cancellation)
    {
        var met = await Met(shape, moment, cancellation);
        var speaking = met.Where(one => one.Feature.IsInForce || ParcelAnswer.Units.Contains(one.Feature.Layer)).ToList();
        var areas = speaking.Where(one => one.Feature is { Dimension: 2, IsIndicative: false }).ToList();
        var lines = speaking.Where(one => one.Feature is { Dimension: 1, IsIndicative: false }).ToList();
        return new(
            moment, shape.LengthMetres,
            [
                .. areas.GroupBy(one => one.Feature.Layer)
                    .Select(layer => new LayerAlongLine(layer.Key, LineOverlay.Of(shape.OnGrid, layer))),
            ],
            [
                .. lines.Select(one => new LineCrossed(one.Feature, LineOverlay.Crossings(shape.OnGrid, one.Shape)))
                    .Where(one => one.AtMetres.Count > 0)
                    .OrderBy(one => one.AtMetres[0]),
            ],
            [.. speaking.Except(areas).Except(lines).Select(one => one.Feature)],
            [.. met.Except(speaking).Select(one => one.Feature)],
            await parcels.Nearest(shape.Wgs84, moment, cancellation));
    }

    async Task<List<(FeatureMet Feature, Geometry Shape)>> Met(LineShape shape, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("line", shape.Wgs84));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(FeatureMet, Geometry)> met = [];
        while (await row.ReadAsync(cancellation))
        {
            var feature = FeatureMet.Read(row);
            if (!ParcelAnswers.Surroundings.Contains(feature.Layer) && !row.IsDBNull(11))
                met.Add((feature, shape.Zone.GeometryFromWgs84(row.GetFieldValue<Geometry>(11))));
        }

        return met;
    }
}
