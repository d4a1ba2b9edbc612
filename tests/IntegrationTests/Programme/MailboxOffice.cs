using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LongAnGis.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>A reporting office whose messages go to a real SMTP server on this machine.</summary>
public sealed class MailboxOffice : ReportingOffice
{
    readonly int port = FreePort();
    readonly CancellationTokenSource closing = new();
    readonly Mailboxes mailboxes = new();
    Task? serving;

    /// <summary>What the server took.</summary>
    public IReadOnlyCollection<MimeMessage> Taken => mailboxes.Taken;

    protected override IReadOnlyDictionary<string, string>? Settings => new Dictionary<string, string>
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Smtp:Security"] = "none",
        ["Smtp:From"] = "LongAnGis <quyhoach@example.vn>",
        ["BaseUrl"] = "http://localhost",
    };

    /// <summary>What the server answers to mail for an address from now on.</summary>
    public void Answer(string address, SmtpResponse response) => mailboxes.Answers[address] = response;

    /// <summary>Sends what is due until something holds; the service itself may be sending meanwhile.</summary>
    public async Task SendUntil(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Site.Services.GetRequiredService<MailSending>().SendDue(patience.Token);
            await Task.Delay(20, patience.Token);
        }
    }

    public override async ValueTask InitializeAsync()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(mailboxes);
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await closing.CancelAsync();
        await serving!;
        closing.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    sealed class Mailboxes : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Taken { get; } = [];

        public ConcurrentDictionary<string, SmtpResponse> Answers { get; } = new();

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(bytes, cancellationToken);
            var to = transaction.To.Single();
            if (Answers.TryGetValue($"{to.User}@{to.Host}", out var response))
                return response;

            Taken.Enqueue(message);
            return SmtpResponse.Ok;
        }
    }
}
