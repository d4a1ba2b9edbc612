using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Events;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// The collections that there are at a revision, and where their features lie. Both are the same until the next publication or
/// the next change of a layer, so they are kept: an item by its id costs no look at the catalogue.
/// </summary>
public sealed class OgcCollections(PublicDatabase database, LayerCatalogue catalogue, RegisterCollections registers, RevisionFeed feed) : IHostedService
{
    static readonly string ExtentsQuery = Sql.Beside<OgcCollections>("CollectionExtents");

    volatile Known? known;
    volatile int changes;

    public async Task<IReadOnlyList<OgcCollection>> All(PointInTime moment, CancellationToken cancellation) =>
        (await At(moment, cancellation)).Collections;

    public async Task<OgcCollection?> Find(string id, PointInTime moment, CancellationToken cancellation) =>
        (await At(moment, cancellation)).Collections.FirstOrDefault(collection => collection.Id == id);

    /// <summary>Where the features of each collection lie, and when; a collection without any is missing.</summary>
    public async Task<IReadOnlyDictionary<string, OgcExtent>> Extents(PointInTime moment, CancellationToken cancellation)
    {
        var state = await At(moment, cancellation);
        return state.Extents ??= await ReadExtents(cancellation);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        feed.LayersChanged += Forget;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        feed.LayersChanged -= Forget;
        return Task.CompletedTask;
    }

    void Forget()
    {
        changes++;
        known = null;
    }

    async Task<Known> At(PointInTime moment, CancellationToken cancellation)
    {
        if (known is { } kept && kept.Revision == moment.Revision)
        {
            return kept;
        }

        var before = changes;
        var layers = await catalogue.All(moment.Revision, cancellation);
        // As people read a legend: the topmost layer first.
        var state = new Known(moment.Revision, [.. layers.InDrawingOrder.Reverse().Select(LayerCollections.Of), .. await registers.All(cancellation)]);
        // What was read while a layer changed may be the layer that it was.
        if (before == changes)
        {
            known = state;
        }

        return state;
    }

    async Task<Dictionary<string, OgcExtent>> ReadExtents(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ExtentsQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var extents = new Dictionary<string, OgcExtent>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            extents[row.GetString(0)] = new(
                row.GetDouble(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.Find<DateOnly>(5), row.Find<DateOnly>(6));
        }

        return extents;
    }

    sealed record Known(int Revision, IReadOnlyList<OgcCollection> Collections)
    {
        public IReadOnlyDictionary<string, OgcExtent>? Extents { get; set; }
    }
}
