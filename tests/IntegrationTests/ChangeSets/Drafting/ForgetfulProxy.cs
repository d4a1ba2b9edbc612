using System.Net;
using System.Net.Sockets;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>
/// Stands between a service and its database. Once told to, it lets the next COMMIT through and drops the connection before
/// the answer: the write is done, and the service cannot know.
/// </summary>
sealed class ForgetfulProxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly int databasePort;
    readonly Task accepting;
    volatile bool armed;
    int dropped;

    public ForgetfulProxy(int databasePort)
    {
        this.databasePort = databasePort;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many commits went unanswered.</summary>
    public int Dropped => Volatile.Read(ref dropped);

    public void DropTheNextAnswer() => armed = true;

    async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Relay(await listener.AcceptTcpClientAsync(ending.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    async Task Relay(TcpClient service)
    {
        using var near = service;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, databasePort);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var isCommitting = false;
        await Task.WhenAll(
            Pump(near, far, broken, bytes => isCommitting |= armed && bytes.AsSpan().IndexOf("COMMIT"u8) >= 0),
            Pump(far, near, broken, _ =>
            {
                if (!isCommitting || !armed)
                {
                    return;
                }

                // What comes now says that it is committed.
                armed = false;
                Interlocked.Increment(ref dropped);
                throw new IOException("dropped");
            }));
    }

    static async Task Pump(TcpClient from, TcpClient to, CancellationTokenSource broken, Action<byte[]> look)
    {
        try
        {
            var buffer = new byte[64 << 10];
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer, broken.Token)) > 0)
            {
                look(buffer[..count]);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), broken.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One side went away; the other follows.
        }

        await broken.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await accepting;
        listener.Dispose();
        ending.Dispose();
    }
}
