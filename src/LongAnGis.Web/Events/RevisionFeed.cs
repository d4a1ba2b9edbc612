using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Events;

/// <summary>
/// Listens to PostgreSQL for publications and passes them to every open map. After a lost connection it asks which
/// revisions it missed, so that a map is never left behind.
/// </summary>
public sealed class RevisionFeed(PublicDatabase database, ILogger<RevisionFeed> log)
    : NotificationListener(database, ["revision", "layers"], log)
{
    const string MissedRevisions = """
        SELECT revision.number, array_agg(layer_revision.layer_code)
        FROM pub.revision
        JOIN pub.layer_revision ON layer_revision.number = revision.number
        WHERE revision.number > $1
        GROUP BY revision.number
        ORDER BY revision.number
        """;

    /// <summary>A slow reader keeps the newest announcements; each says enough to catch up.</summary>
    const int AnnouncementsHeldForAReader = 64;

    readonly ConcurrentDictionary<Guid, Channel<RevisionAnnouncement>> readers = new();
    int newest;

    /// <summary>The newest revision that this service has heard of.</summary>
    public int Newest => Volatile.Read(ref newest);

    /// <summary>A layer was added, changed, hidden or shown: what is kept in memory about layers is no longer sure.</summary>
    public event Action? LayersChanged;

    /// <summary>How many maps are listening now.</summary>
    public int Readers => readers.Count;

    /// <summary>Announcements from now on, until the reader goes away.</summary>
    public Subscription Subscribe() => new(this);

    protected override async Task CatchUp(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Whatever was said while nobody listened may have been said.
        LayersChanged?.Invoke();

        foreach (var missed in await Missed(connection, cancellation))
        {
            Pass(missed);
        }
    }

    protected override void Hear(string channel, string payload)
    {
        if (channel == "layers")
        {
            LayersChanged?.Invoke();
        }
        else if (JsonSerializer.Deserialize<RevisionAnnouncement>(payload) is { } announcement)
        {
            Pass(announcement);
        }
    }

    async Task<List<RevisionAnnouncement>> Missed(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(MissedRevisions, connection);
        command.Parameters.AddWithValue(Newest);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var missed = new List<RevisionAnnouncement>();
        while (await rows.ReadAsync(cancellation))
        {
            missed.Add(new RevisionAnnouncement(rows.GetInt32(0), rows.GetFieldValue<string[]>(1), Extent: null));
        }

        return missed;
    }

    void Pass(RevisionAnnouncement announcement)
    {
        // Publications follow one another, but what was missed may be told twice: the number never goes back.
        Volatile.Write(ref newest, Math.Max(Newest, announcement.Revision));
        foreach (var reader in readers.Values)
        {
            reader.Writer.TryWrite(announcement);
        }
    }

    /// <summary>One open map's place in the feed.</summary>
    public sealed class Subscription : IDisposable
    {
        readonly RevisionFeed feed;
        readonly Guid id = Guid.NewGuid();
        readonly Channel<RevisionAnnouncement> channel = Channel.CreateBounded<RevisionAnnouncement>(
            new BoundedChannelOptions(AnnouncementsHeldForAReader) { FullMode = BoundedChannelFullMode.DropOldest }
        );

        internal Subscription(RevisionFeed feed)
        {
            this.feed = feed;
            feed.readers[id] = channel;
        }

        public ChannelReader<RevisionAnnouncement> Announcements => channel.Reader;

        public void Dispose() => feed.readers.TryRemove(id, out _);
    }
}
