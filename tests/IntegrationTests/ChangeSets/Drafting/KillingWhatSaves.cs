using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using LongAnGis.IntegrationTests.StartUp;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Database.PrivateCluster;
using Npgsql;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>
/// The service and its database are killed, again and again, while drafts are being saved. Editors do what a browser does:
/// they send each save again, under its key, until they have an answer.
/// </summary>
public sealed class KillingWhatSaves : IAsyncDisposable
{
    const int Kills = 20;
    const int Editors = 4;

    readonly string folder = TestCluster.NewFolder();
    readonly ConcurrentDictionary<string, int> acknowledged = new();
    readonly CancellationTokenSource enough = new();
    volatile ServiceProcess? service;

    [Fact]
    public async Task Loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done()
    {
        service = ServiceProcess.Start("--data-dir", folder);
        await service.BeReady();
        var (changeSet, cookie) = await Prepare();
        var editing = Enumerable.Range(0, Editors).Select(editor => Edit(editor, changeSet, cookie)).ToArray();

        for (var kill = 0; kill < Kills; kill++)
        {
            var before = acknowledged.Count;
            await Task.Delay(Random.Shared.Next(50, 400), TestContext.Current.CancellationToken);
            if (kill % 4 == 0)
            {
                await service.Kill();
                await service.DisposeAsync();
                service = ServiceProcess.Start("--data-dir", folder);
            }
            else
            {
                await KillTheDatabase();
            }

            await service.BeReady();
            // A kill while nobody saves proves nothing.
            for (var i = 0; i < 600 && acknowledged.Count <= before; i++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            Assert.True(acknowledged.Count > before, "Nothing was saved after the kill.");
        }

        await enough.CancelAsync();
        await Task.WhenAll(editing);
        await Judge(changeSet);
    }

    async Task KillTheDatabase()
    {
        var server = Server();
        // It may just be on its way back from the kill before.
        for (var i = 0; server?.IsPostgres() is not true && i < 300; i++)
        {
            await Task.Delay(100);
            server = Server();
        }

        ServiceProcess.Signal("-KILL", server!.ProcessId);
    }

    // Each save draws two features: there are both, or none.
    async Task Edit(int editor, Guid changeSet, string cookie)
    {
        for (var save = 0; !enough.IsCancellationRequested; save++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"e{editor}-{save}");
            var body = Drafting.Body(Drafting.Create(name + "-a"), Drafting.Create(name + "-b"));
            while (!await Sent(changeSet, body, name, cookie))
            {
                await Task.Delay(50);
            }
        }
    }

    async Task<bool> Sent(Guid changeSet, string body, string name, string cookie)
    {
        try
        {
            var address = service!.Address;
            using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
            client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
            client.DefaultRequestHeaders.Add("Cookie", $"longan={cookie}");
            using var answer = await Drafting.Send(client, changeSet, body, "save-" + name);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return false;
            }

            acknowledged[name] = (await Drafting.Json(answer))["version"]!.GetValue<int>();
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    async Task Judge(Guid changeSet)
    {
        var saves = acknowledged.Count;
        var expected = acknowledged.Keys.SelectMany(name => new[] { name + "-a", name + "-b" }).Order(StringComparer.Ordinal);
        await using var connection = await Connect();
        Assert.Equal(
            expected, await Ask<string[]>(connection, "SELECT array_agg(code ORDER BY code COLLATE \"C\") FROM plan.change WHERE change_set_id = $1"));
        Assert.Equal(
            Enumerable.Range(1, saves * 2),
            await Ask<int[]>(connection, "SELECT array_agg(position ORDER BY position) FROM plan.draft_edit WHERE change_set_id = $1"));
        Assert.Equal(saves + 1, await Ask<int>(connection, "SELECT version FROM plan.change_set WHERE id = $1"));
        Assert.Equal(Enumerable.Range(2, saves), acknowledged.Values.Order());

        async Task<T> Ask<T>(NpgsqlConnection open, string question)
        {
            await using var command = new NpgsqlCommand(question, open);
            command.Parameters.AddWithValue(changeSet);
            return (T)(await command.ExecuteScalarAsync())!;
        }
    }

    async Task<(Guid ChangeSet, string Cookie)> Prepare()
    {
        var key = SessionKey.New();
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(
            """
            WITH author AS (
              INSERT INTO plan.account (user_name, display_name, roles, created_at, created_by)
              VALUES ('planner', 'Người thử', ARRAY['planner'], now(), 'test')
              RETURNING id, security_stamp
            ),
            session AS (
              INSERT INTO plan.session (key_hash, account_id, security_stamp, ticket, created_at, seen_at, expires_at)
              SELECT $1, id, security_stamp, '', now(), now(), now() + interval '1 hour' FROM author
            )
            INSERT INTO plan.change_set (plan_code, title_vi, title_en, reason, instrument_code, created_by, author_id)
            SELECT '686', 'Thử', 'Test', 'test', 'qd-686-2023', 'test', id FROM author
            RETURNING id
            """,
            connection);
        command.Parameters.AddWithValue(SessionKey.Hash(key));
        return ((Guid)(await command.ExecuteScalarAsync())!, key);
    }

    async Task<NpgsqlConnection> Connect()
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(folder, "postgres.password"))).Trim();
        var address = Server()!.Address(password, ClusterServer.Database);
        address.Pooling = false;
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    RunningServer? Server() => RunningServer.Read(Path.Combine(folder, "postgres", "data"));

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        if (service is not null)
        {
            // Stops its database too.
            await service.DisposeAsync();
        }

        enough.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
