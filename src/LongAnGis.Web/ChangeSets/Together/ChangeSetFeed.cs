using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using LongAnGis.Web.Database;
using LongAnGis.Web.Events;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Together;

/// <summary>
/// Passes the news of change sets to everybody on this node who has them open, whichever node they happened on. Nobody who
/// listens is told what was missed: they are told that something may have been, and look for themselves.
/// </summary>
public sealed class ChangeSetFeed(PlanDatabase database, ILogger<ChangeSetFeed> log)
    : NotificationListener(database, [ChangeSetNews.Channel], log)
{
    /// <summary>A kind of our own: news may have been lost, look at the state again.</summary>
    public const string Resync = "resync";

    const int NewsHeldForAReader = 64;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Subscription, byte>> rooms = new();
    int readers;

    /// <summary>How many have a change set open on this node.</summary>
    public int Readers => Volatile.Read(ref readers);

    /// <summary>The news of a change set from now on, until the reader goes away.</summary>
    public Subscription Subscribe(Guid changeSet) => new(this, changeSet);

    protected override Task CatchUp(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var (changeSet, room) in rooms)
        {
            Pass(room, new(changeSet, Resync, default));
        }

        return Task.CompletedTask;
    }

    protected override void Hear(string channel, string payload)
    {
        try
        {
            if (JsonSerializer.Deserialize<ChangeSetNews>(payload, Json) is { Kind: not null } news
                && rooms.TryGetValue(news.Id, out var room))
            {
                Pass(room, news);
            }
        }
        catch (JsonException)
        {
            log.LogWarning("A notification on {Channel} cannot be read", channel);
        }
    }

    static void Pass(ConcurrentDictionary<Subscription, byte> room, ChangeSetNews news)
    {
        foreach (var reader in room.Keys)
        {
            reader.Take(news);
        }
    }

    /// <summary>One open editor's place in the feed.</summary>
    public sealed class Subscription : IDisposable
    {
        readonly ChangeSetFeed feed;
        readonly Guid changeSet;
        readonly Channel<ChangeSetNews> channel = Channel.CreateBounded<ChangeSetNews>(
            new BoundedChannelOptions(NewsHeldForAReader) { FullMode = BoundedChannelFullMode.DropOldest });

        internal Subscription(ChangeSetFeed feed, Guid changeSet)
        {
            (this.feed, this.changeSet) = (feed, changeSet);
            Interlocked.Increment(ref feed.readers);
            feed.rooms.AddOrUpdate(
                changeSet,
                _ => new() { [this] = 0 },
                (_, room) =>
                {
                    room[this] = 0;
                    return room;
                });
        }

        public ChannelReader<ChangeSetNews> News => channel.Reader;

        internal void Take(ChangeSetNews news) => channel.Writer.TryWrite(news);

        public void Dispose()
        {
            Interlocked.Decrement(ref feed.readers);
            // Empty rooms stay: there are never more of them than change sets that were opened since the start.
            if (feed.rooms.TryGetValue(changeSet, out var room))
            {
                room.TryRemove(this, out _);
            }
        }
    }
}
