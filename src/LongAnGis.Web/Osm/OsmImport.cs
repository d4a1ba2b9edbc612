using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using Npgsql;

namespace LongAnGis.Web.Osm;

/// <summary>What came of an import.</summary>
/// <param name="Revision">The revision it made; null when the extract says nothing new.</param>
/// <param name="RiversReplaced">Generalised rivers of the seed that gave way to digitised ones.</param>
/// <param name="Measured">What of the sites could be measured along the roads.</param>
sealed record ImportResult(ExtractIdentity Extract, int? Revision, IReadOnlyList<LayerChanges> Layers, int RiversReplaced, MeasuredSites Measured);

/// <summary>
/// Brings the layers roads, canals, waterways and places in line with an extract: one change set, published in one
/// transaction together with its instrument and with what the layers say of themselves. Killed at any moment, it has done
/// all of it or nothing. In the same transaction the sites of investors are measured along the roads.
/// </summary>
sealed class OsmImport(PlanDatabase database, ChangeSetWriter changeSets, Publication publication, RoadMeasuring roads)
{
    public static readonly string[] Layers = ["roads", "canals", "waterways", "places"];

    const string Author = "LongAnGis (import osm)";

    /// <summary>One import at a time; the number is arbitrary, and only ours.</summary>
    const long ImportLock = 686_2031;

    static readonly string Register = Sql.Beside<OsmImport>("RegisterExtract");
    static readonly string Remember = Sql.Beside<OsmImport>("RememberImport");
    static readonly string State = Sql.Beside<OsmImport>("StateLayers");

    /// <summary>Publishes what the extract changes.</summary>
    /// <param name="replaces">Whether more than half of a layer may vanish.</param>
    public async Task<ImportResult> Publish(ExtractFeatures read, bool replaces, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, "SELECT pg_advisory_xact_lock($1)", cancellation, new NpgsqlParameter { Value = ImportLock });

        var seeded = await KnownFeatures.Seeded(connection, Layers, cancellation);
        var features = read.Features.Where(feature => !seeded.Any(place => place.IsSamePlace(feature))).ToLookup(feature => feature.Layer);
        var known = await KnownFeatures.FromExtracts(connection, Layers, cancellation);
        var changes = new OsmChanges();
        foreach (var layer in Layers)
            changes.Compare(layer, [.. features[layer]], known[layer]);
        if (!replaces)
            RefuseIfMostVanish(read.Identity, changes);

        List<SeededNeighbour> covered = [.. seeded.Where(river => river.IsCoveredBy([.. features["waterways"]]))];
        covered.ForEach(changes.Withdraw);

        int? revision = changes.Changes.Count == 0 ? null : await Publish(connection, read.Identity, changes, seeded.Except(covered), cancellation);
        // Sites may have come or moved since the last import, so that their distances are measured even when no road is new.
        var measured = await roads.Measure(connection, read, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(read.Identity, revision, changes.Layers, covered.Count, measured);
    }

    async Task<int> Publish(
        NpgsqlConnection connection, ExtractIdentity extract, OsmChanges changes, IEnumerable<SeededNeighbour> seeded, CancellationToken cancellation)
    {
        await RegisterExtract(connection, extract, cancellation);
        var revision = await Publish(connection, extract, changes, cancellation);
        await StateLayers(connection, revision, extract, changes, seeded, cancellation);
        return revision;
    }

    static void RefuseIfMostVanish(ExtractIdentity extract, OsmChanges changes)
    {
        if (changes.Layers.FirstOrDefault(layer => layer.Deleted * 2 > layer.Live) is { } poor)
            throw OsmRefusal.MostWouldVanish(extract.Name, poor.Names, poor.Deleted, poor.Live);
    }

    static Task RegisterExtract(NpgsqlConnection connection, ExtractIdentity extract, CancellationToken cancellation) => Execute(
        connection,
        Register,
        cancellation,
        new("code", extract.InstrumentCode),
        new("number", extract.Number),
        new("taken_on", extract.Day),
        new("note", $"© OpenStreetMap contributors, giấy phép ODbL 1.0; không phải văn bản pháp luật. {extract.HowKnown}".TrimEnd()));

    async Task<int> Publish(NpgsqlConnection connection, ExtractIdentity extract, OsmChanges changes, CancellationToken cancellation)
    {
        var draft = new ChangeSetDraft(
            Plan: null,
            $"Đường, kênh, sông và địa danh theo OpenStreetMap ngày {extract.DayVi}",
            $"Roads, canals, rivers and places by OpenStreetMap of {extract.DayEn}",
            $"Nạp bản trích OpenStreetMap: {extract.Number}.",
            extract.InstrumentCode,
            InForceFrom: null,
            Author);
        var id = await changeSets.Write(connection, draft, changes.Changes, cancellation);
        // Whoever runs the verb owns the installation: the import is approved by being run.
        await Execute(connection, "UPDATE plan.change_set SET state = 'approved' WHERE id = $1", cancellation, new NpgsqlParameter { Value = id });
        if (await publication.Publish(connection, id, Author, cancellation) is not PublicationOutcome.Published made)
            throw OsmRefusal.Overtaken();

        await Execute(
            connection,
            Remember,
            cancellation,
            new("layers", changes.Said.Select(said => said.Layer).ToArray()),
            new("codes", changes.Said.Select(said => said.Code).ToArray()),
            new("hashes", changes.Said.Select(said => said.Hash).ToArray()));
        return made.Revision;
    }

    static Task StateLayers(
        NpgsqlConnection connection,
        int revision,
        ExtractIdentity extract,
        OsmChanges changes,
        IEnumerable<SeededNeighbour> seeded,
        CancellationToken cancellation)
    {
        var shared = seeded.Select(feature => feature.Layer).ToHashSet(StringComparer.Ordinal);
        List<LayerStatement> said =
        [
            .. changes.Layers.Where(layer => layer.Total > 0 || layer.Live > 0)
                .Select(layer => LayerStatement.Of(layer.Layer, layer.Total, shared.Contains(layer.Layer), extract)),
        ];
        return Execute(
            connection,
            State,
            cancellation,
            new("revision", revision),
            new("instrument", extract.InstrumentCode),
            new("currency", extract.Day),
            new("layers", said.Select(layer => layer.Layer).ToArray()),
            new("fills_layers", said.Select(layer => layer.FillsLayer).ToArray()),
            new("completeness_vi", said.Select(layer => layer.CompletenessVi).ToArray()),
            new("completeness_en", said.Select(layer => layer.CompletenessEn).ToArray()),
            new("sources_vi", said.Select(layer => layer.SourceVi).ToArray()),
            new("sources_en", said.Select(layer => layer.SourceEn).ToArray()));
    }

    static async Task Execute(
        NpgsqlConnection connection, string statement, CancellationToken cancellation, params NpgsqlParameter[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(values);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
