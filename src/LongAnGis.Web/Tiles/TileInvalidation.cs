using LongAnGis.Web.Events;

namespace LongAnGis.Web.Tiles;

/// <summary>Forgets tiles when layers change, so that a layer that was public a moment ago is in no memory of ours.</summary>
sealed class TileInvalidation(RevisionFeed feed, TileStates states, TileCache cache) : IHostedService
{
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
        states.Forget();
        cache.Clear();
    }
}
