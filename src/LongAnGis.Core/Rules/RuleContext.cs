using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;

namespace LongAnGis.Core.Rules;

/// <summary>Everything that the rules look at. Whoever asks gathers it; the rules ask nobody.</summary>
/// <param name="Layers">The definitions of all layers that occur, by code.</param>
/// <param name="Changes">What is proposed together.</param>
/// <param name="Surroundings">
/// What is in force near the changes, in their layers and in those that must not be crossed either way. Features that are
/// themselves changed may be among them; their proposed state counts.
/// </param>
public sealed record RuleContext(
    IReadOnlyDictionary<string, LayerRules> Layers,
    IReadOnlyList<ProposedChange> Changes,
    IReadOnlyList<PlanFeature> Surroundings)
{
    const double ReachDegrees = 5e-5;

    readonly Lazy<HPRtree<PlanFeature>> places = new(() => Index(Changes, Surroundings));

    /// <summary>The outline of the province, WGS 84; null where the database has none.</summary>
    public Geometry? Province { get; init; }

    /// <summary>The day on which the amendment takes effect.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The first day of the plan; null for context that every plan shares.</summary>
    public DateOnly? PlanBegins { get; init; }

    /// <summary>Land planned against land allotted, before and after the changes.</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>Surroundings without the features that are changed.</summary>
    public IReadOnlyList<PlanFeature> Standing { get; } = Unchanged(Changes, Surroundings);

    /// <summary>Everything as it would be: proposed features first, then what stands.</summary>
    public IEnumerable<PlanFeature> After => Changes.Select(change => change.After).OfType<PlanFeature>().Concat(Standing);

    public LayerRules Layer(PlanFeature feature) => Layers[feature.Name.Layer];

    /// <summary>What comes within some 5 m of a feature's box, as everything would be; itself not among them.</summary>
    public IEnumerable<PlanFeature> Near(PlanFeature feature)
    {
        var reach = feature.Geometry!.EnvelopeInternal.Copy();
        reach.ExpandBy(ReachDegrees);
        return places.Value.Query(reach).Where(other => !ReferenceEquals(other, feature));
    }

    /// <summary>
    /// The part of the question that has to do with a place: changes and surroundings whose boxes come near it. Enough to see
    /// what a repair does there, however many changes the set has elsewhere.
    /// </summary>
    public RuleContext Around(Envelope place)
    {
        bool Meets(PlanFeature? feature) => feature?.Geometry is { IsEmpty: false } geometry && geometry.EnvelopeInternal.Intersects(place);

        return new(
            Layers,
            [.. Changes.Where(change => Meets(change.Before) || Meets(change.After))],
            [.. Surroundings.Where(Meets)])
        {
            Province = Province,
            Day = Day,
            PlanBegins = PlanBegins,
        };
    }

    /// <summary>The same with a repair done: what stood unchanged and is mended becomes a change.</summary>
    public RuleContext With(Repair repair)
    {
        var changes = Changes.ToList();
        foreach (var mended in repair.Features)
        {
            var i = changes.FindIndex(change => change.After?.Name.Path == mended.Feature!.Path);
            if (i >= 0)
            {
                changes[i] = changes[i] with { After = changes[i].After!.With(mended.GeometryWgs84) };
            }
            else if (Standing.FirstOrDefault(feature => feature.Name.Path == mended.Feature!.Path) is { } standing)
            {
                changes.Add(new(standing, standing.With(mended.GeometryWgs84)));
            }
        }

        return new(Layers, changes, Surroundings)
        {
            Province = Province,
            Day = Day,
            PlanBegins = PlanBegins,
            Ledger = Ledger,
        };
    }

    static HPRtree<PlanFeature> Index(IReadOnlyList<ProposedChange> changes, IReadOnlyList<PlanFeature> surroundings)
    {
        var index = new HPRtree<PlanFeature>();
        foreach (var feature in changes.Select(change => change.After).OfType<PlanFeature>().Concat(Unchanged(changes, surroundings)))
        {
            if (feature.Geometry is { IsEmpty: false } geometry)
            {
                index.Insert(geometry.EnvelopeInternal, feature);
            }
        }

        return index;
    }

    static IReadOnlyList<PlanFeature> Unchanged(IReadOnlyList<ProposedChange> changes, IReadOnlyList<PlanFeature> surroundings)
    {
        var changed = changes.SelectMany(change => new[] { change.Before?.Name.Path, change.After?.Name.Path }).ToHashSet();
        return [.. surroundings.Where(feature => !changed.Contains(feature.Name.Path))];
    }
}

/// <summary>Land of one class in one area: how much the plan allots, and how much zones take up.</summary>
/// <param name="LandClass">SKK, LUA, … (domain codes of the national list).</param>
/// <param name="Area">Code of the district or commune; null for the province.</param>
/// <param name="PlannedHectares">Null where no source states an allotment.</param>
/// <param name="PlannedHectaresTo">Upper end where the source gives a span.</param>
public sealed record LedgerLine(
    string LandClass,
    Plans.Bilingual Name,
    string? Area,
    Plans.Bilingual? AreaName,
    double? PlannedHectares,
    double? PlannedHectaresTo,
    double BeforeHectares,
    double AfterHectares)
{
    public double? Limit => PlannedHectaresTo ?? PlannedHectares;
}
