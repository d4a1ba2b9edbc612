using System.Text.Json;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Quotas;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>What came of judging a change set.</summary>
/// <param name="Reasons">Why findings may stand, by their key.</param>
/// <param name="Consequences">Null unless they were asked for.</param>
public sealed record CheckOutcome(
    IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Reasons, Consequences? Consequences)
{
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    /// <summary>Warnings for which nobody has given a reason yet.</summary>
    public IEnumerable<Finding> Unexplained =>
        Findings.Where(finding => finding.Severity == Severity.Warning && !Reasons.ContainsKey(finding.Key));

    /// <summary>True when nothing stands against a submission or a publication.</summary>
    public bool MayGoOn => !Errors.Any() && !Unexplained.Any();

    internal IReadOnlyList<CheckedChange> Changes { get; init; } = [];

    internal IReadOnlyList<FeatureDifference> Differences { get; init; } = [];

    internal IReadOnlyDictionary<string, PlanFeature> Standing { get; init; } = new Dictionary<string, PlanFeature>();
}

/// <summary>
/// Gathers what the rule book looks at and asks it: the saved changes of a set, as they would stand among what is in force on
/// its day at the newest revision. Live checks lay unsaved edits over the draft; submitting and publishing ask on their own
/// connection, so that they judge what their transaction sees.
/// </summary>
public sealed class ChangeSetChecks(PlanDatabase database, LandLedger ledger, TimeProvider clock)
{
    /// <summary>How far beyond a changed feature its neighbours are asked for: some 5 m, well above every tolerance.</summary>
    const double ReachDegrees = 5e-5;

    // The outline is a union of a few thousand corners, the same for all drafts at one revision.
    ProvinceAtRevision? province;

    /// <summary>Judges the set inside the caller's transaction; null when there is no such set.</summary>
    public Task<CheckOutcome?> Check(
        NpgsqlConnection connection, Guid changeSet, bool withConsequences, CancellationToken cancellation) =>
        Check(connection, changeSet, null, withConsequences, cancellation);

    /// <summary>Judges the set with unsaved edits laid over it; null when there is no such set, or no such edits.</summary>
    public async Task<CheckOutcome?> Check(Guid changeSet, JsonElement? unsaved, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Check(connection, changeSet, unsaved, withConsequences: true, cancellation);
    }

    /// <summary>What each layer, internal ones too, asks of its features.</summary>
    public async Task<IReadOnlyDictionary<string, LayerRules>> Layers(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await CheckedRows.Layers(connection, cancellation);
    }

    /// <summary>The differences of each saved change with the neighbours it touches, for pages and dossiers that say them in words.</summary>
    public async Task<IReadOnlyList<FeatureDifference>> Differences(Guid changeSet, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await CheckedRows.Set(connection, changeSet, clock.TodayInVietnam(), cancellation) is not { } set)
        {
            return [];
        }

        var layers = await CheckedRows.Layers(connection, cancellation);
        var changes = await CheckedRows.Changes(connection, changeSet, cancellation);
        var standing = await CheckedRows.AsTheyAre(connection, changes, set.Day, cancellation);
        var proposed = await Proposed(connection, set, changes, standing, cancellation);
        var near = await CheckedRows.Near(connection, set, Boxes(proposed, layers), cancellation);
        return [.. changes.Select(change => Difference(change, Before(change, standing), layers).Among(near))];
    }

    async Task<CheckOutcome?> Check(
        NpgsqlConnection connection, Guid changeSet, JsonElement? unsaved, bool withConsequences, CancellationToken cancellation)
    {
        if (await CheckedRows.Set(connection, changeSet, clock.TodayInVietnam(), cancellation) is not { } set)
        {
            return null;
        }

        var layers = await CheckedRows.Layers(connection, cancellation);
        var changes = await CheckedRows.Changes(connection, changeSet, cancellation);
        if (unsaved is { } edits)
        {
            if (new UnsavedEdits(layers).Over(changes, edits) is not { } over)
            {
                return null;
            }

            changes = over;
        }

        var standing = await CheckedRows.AsTheyAre(connection, changes, set.Day, cancellation);
        var proposed = await Proposed(connection, set, changes, standing, cancellation);
        var near = await CheckedRows.Near(connection, set, Boxes(proposed, layers), cancellation);
        var differences = changes.Select(change => Difference(change, Before(change, standing), layers)).ToList();
        var land = set.Plan is { } plan
            ? await ledger.Of(connection, plan, set.Day, set.Revision, differences, withAreas: withConsequences, cancellation)
            : [];
        var needsProvince = proposed.Any(change => layers[change.Name.Layer] is { IsInsideProvince: true } or { IsCoverage: true });
        var context = new RuleContext(layers, proposed, near)
        {
            Province = needsProvince ? await Province(connection, set.Revision, cancellation) : null,
            Day = set.Day,
            PlanBegins = set.PlanBegins,
            Ledger = land,
        };
        Finding[] found = [.. changes.SelectMany(change => change.Faults), .. RuleBook.Check(context)];
        return new(
            found,
            await CheckedRows.Reasons(connection, changeSet, cancellation),
            withConsequences ? await Consequences.Of(connection, set, differences, land, cancellation) : null)
        {
            Changes = changes,
            Differences = differences,
            Standing = near.Concat(standing.Values.Select(one => one.Content).OfType<PlanFeature>())
                .DistinctBy(feature => feature.Name.Path).ToDictionary(feature => feature.Name.Path),
        };
    }

    async Task<Geometry?> Province(NpgsqlConnection connection, int revision, CancellationToken cancellation)
    {
        var known = province;
        if (known?.Revision != revision)
        {
            province = known = new(revision, await CheckedRows.Province(connection, cancellation));
        }

        return known.Outline;
    }

    static PlanFeature? Before(CheckedChange change, IReadOnlyDictionary<long, StandingFeature> standing) =>
        change.FeatureId is { } id ? standing.GetValueOrDefault(id)?.Content : null;

    static FeatureDifference Difference(
        CheckedChange change, PlanFeature? before, IReadOnlyDictionary<string, LayerRules> layers) =>
        FeatureDifference.Of(before, change.Proposed ?? (before is null ? Nameless(change) : null), layers[change.Layer]);

    // A delete of what is gone already still has a name.
    static PlanFeature Nameless(CheckedChange change) =>
        new(new(change.Layer, change.Code, new(change.Code)), null, Core.Plans.Quality.Indicative);

    static async Task<IReadOnlyList<ProposedChange>> Proposed(
        NpgsqlConnection connection,
        CheckedSet set,
        IReadOnlyList<CheckedChange> changes,
        IReadOnlyDictionary<long, StandingFeature> standing,
        CancellationToken cancellation)
    {
        var named = changes
            .Where(change => change.Operation == "create"
                || (change.Operation == "update" && Before(change, standing)?.Name.Name.Vi != change.NameVi))
            .ToList();
        var names = await CheckedRows.Names(connection, set, named, cancellation);
        var twice = changes.GroupBy(change => change.Path).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return
        [
            .. changes
                .Where(change => change.Proposed is not null || Before(change, standing) is not null || change.FeatureId is not null)
                .Select(change =>
                {
                    var found = named.IndexOf(change) is var number and >= 0 ? names[number].ToList() : [];
                    var before = Before(change, standing);
                    return new ProposedChange(before, change.Proposed ?? (before is null ? Nameless(change) : null), change.Position)
                    {
                        BaseVersion = change.BaseVersion,
                        CurrentVersion = change.FeatureId is { } id ? standing.GetValueOrDefault(id)?.Version : null,
                        IsCodeTaken = change.Operation == "create" && (found.Any(one => one.IsTaken) || twice.Contains(change.Path)),
                        Namesakes = [.. found.Select(one => one.Namesake).OfType<FeatureName>()],
                    };
                }),
        ];
    }

    /// <summary>Where to look for what, for each change: its own layer, those it must not cross, those that must not cross it.</summary>
    internal static IReadOnlyList<(string Layer, Envelope Box)> Boxes(
        IEnumerable<ProposedChange> changes, IReadOnlyDictionary<string, LayerRules> layers)
    {
        var boxes = new List<(string, Envelope)>();
        foreach (var change in changes)
        {
            var box = new Envelope();
            foreach (var feature in new[] { change.Before, change.After }.OfType<PlanFeature>().Where(feature => feature.HasKnownPlace))
            {
                box.ExpandToInclude(feature.Geometry!.EnvelopeInternal);
            }

            if (box.IsNull)
            {
                continue;
            }

            box.ExpandBy(ReachDegrees);
            var layer = layers[change.Name.Layer];
            boxes.AddRange(layers.Values
                .Where(other => (other == layer && layer.ForbidsOverlap)
                    || (other != layer && (layer.MustNotMeet(other.Code) || other.MustNotMeet(layer.Code))))
                .Select(other => (other.Code, box)));
        }

        return boxes;
    }

    sealed record ProvinceAtRevision(int Revision, Geometry? Outline);
}
