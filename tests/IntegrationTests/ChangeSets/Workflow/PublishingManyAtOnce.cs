using System.Collections.Concurrent;
using System.Net;
using LongAnGis.Core.Accounts;
using Npgsql;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>
/// The bar: 200 change sets on overlapping features, published by 16 clients at once. Each is published or refused with a
/// conflict, revisions have no gaps, and the final state is what replaying the history gives.
/// </summary>
public sealed class PublishingManyAtOnce : IAsyncLifetime
{
    const int Sets = 200;
    const int Clients = 16;
    const int Contested = 40;

    Office office = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => office = new(await TestSite.OnItsOwnDatabase());

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Publishes_each_or_refuses_it_with_a_conflict_and_history_replays_to_the_final_state()
    {
        var planner = await office.Somebody(Role.Planner);
        var reviewer = await office.Somebody(Role.Reviewer);
        var basis = await Office.Open(planner, ("in_force_from", "2026-01-01"));
        await Office.Save(planner, basis, [.. Enumerable.Range(0, Contested).Select(number => Office.Create($"M-{number:00}", $"Gốc {number}"))]);
        var first = await office.Publish(planner, reviewer, basis);
        var sets = await ApprovedSets();
        var reviewers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => office.Somebody(Role.Reviewer)));

        var queue = new ConcurrentQueue<Guid>(sets);
        var outcomes = new ConcurrentDictionary<Guid, HttpStatusCode>();
        await Task.WhenAll(reviewers.Select(async client =>
        {
            while (queue.TryDequeue(out var set))
                outcomes[set] = (await office.Step(client, set, "publish")).Status;
        }));

        Assert.All(outcomes.Values, status => Assert.True(status is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, $"{status}"));
        var published = outcomes.Count(one => one.Value == HttpStatusCode.SeeOther);
        Assert.InRange(published, 1, Sets - 1);
        Assert.Equal(
            Enumerable.Range(first, published + 1),
            await Column<int>($"SELECT number FROM plan.revision WHERE number >= {first} ORDER BY number"));
        Assert.Equal(
            outcomes.Where(one => one.Value == HttpStatusCode.SeeOther).Select(one => one.Key).Order(),
            (await Column<Guid>("SELECT change_set_id FROM plan.change_set_step WHERE step = 'publish'")).Where(id => id != basis).Order());
        Assert.Equal(
            outcomes.Where(one => one.Value == HttpStatusCode.Conflict).Select(one => one.Key).Order(),
            (await Column<Guid>("SELECT id FROM plan.change_set WHERE state = 'approved'")).Order());
        Assert.Equal(await Replayed(), await Final());
        Assert.Equal(await Final(), await Final("pub"));
    }

    // Each set touches three features of the forty that everybody wants, drawn on the same version.
    async Task<List<Guid>> ApprovedSets()
    {
        var author = await office.Site.NewAccount("bang-dong", Role.Planner);
        var sets = new List<Guid>();
        for (var number = 0; number < Sets; number++)
        {
            await using var command = office.Database.CreateCommand("""
                WITH made AS (
                  INSERT INTO plan.change_set (
                    plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, author_id, state, submitted_at,
                    approval_number, approval_date, approval_signer)
                  VALUES ('686', 'Hồ sơ ' || $1, 'Set ' || $1, 'test', 'qd-686-2023', '2026-12-01', 'test', $2, 'approved', now(), '1', '2026-11-01', 'A')
                  RETURNING id
                ),
                change AS (
                  INSERT INTO plan.change (
                    change_set_id, position, op, layer_code, code, feature_id, base_version, name_vi, attributes, geom, geometry_quality, sources, in_force,
                    search_text, search_key)
                  SELECT
                    made.id, row_number() OVER (ORDER BY feature.id), 'update', feature.layer_code, feature.code, feature.id, 1,
                    'Sửa ' || $1 || ' ' || feature.code, '{}', ST_SetSRID(ST_MakePoint(106.4 + $1 / 10000.0, 10.61), 4326), 'indicative', '[]', '[2026-12-01,)', '', ''
                  FROM made
                  JOIN plan.feature ON feature.code = ANY ($3)
                )
                SELECT id FROM made
                """);
            command.Parameters.AddWithValue(number);
            command.Parameters.AddWithValue(author);
            command.Parameters.AddWithValue(new[] { number % Contested, ((number * 7) + 3) % Contested, ((number * 13) + 5) % Contested }
                .Distinct().Select(one => $"M-{one:00}").ToArray());
            sets.Add((Guid)(await command.ExecuteScalarAsync(Cancellation))!);
        }

        return sets;
    }

    // What the published change sets, one after the other, make of the features: written without looking at versions.
    async Task<Dictionary<string, string>> Replayed()
    {
        var state = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = office.Database.CreateCommand("""
            SELECT change.code, change.name_vi || ' ' || ST_AsText(change.geom), change.base_version, revision.number
            FROM plan.revision
            JOIN plan.change ON change.change_set_id = revision.change_set_id
            WHERE change.code LIKE 'M-%'
            ORDER BY revision.number, change.position
            """);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await row.ReadAsync(Cancellation))
        {
            var code = row.GetString(0);
            // Nothing was overwritten unseen: each change was drawn on what the replay has by then.
            Assert.Equal(row.IsDBNull(2) ? 0 : row.GetInt32(2), versions.GetValueOrDefault(code));
            versions[code] = versions.GetValueOrDefault(code) + 1;
            state[code] = row.GetString(1);
        }

        return state;
    }

    async Task<Dictionary<string, string>> Final(string schema = "plan")
    {
        await using var command = office.Database.CreateCommand($"""
            SELECT code, name_vi || ' ' || ST_AsText(geom)
            FROM {schema}.feature_version
            WHERE code LIKE 'M-%' AND revision_to IS NULL AND in_force @> '2026-12-02'::date
            """);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var state = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync(Cancellation))
            state.Add(row.GetString(0), row.GetString(1));
        return state;
    }

    async Task<List<T>> Column<T>(string sql)
    {
        await using var command = office.Database.CreateCommand(sql);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(Cancellation);
        var values = new List<T>();
        while (await row.ReadAsync(Cancellation))
            values.Add(row.GetFieldValue<T>(0));
        return values;
    }
}
