using CsCheck;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.Web.Plans.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>Whatever was published and whenever it holds: taken back, every feature is on every day what it was.</summary>
public sealed class TakingAnythingBack : IAsyncLifetime
{
    const int Features = 3;

    Office office = null!;
    Amendments amendments = null!;
    HttpClient planner = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        amendments = new(office.Site);
        planner = await office.Somebody(Role.Planner);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    /// <summary>What somebody does to one feature: days counted from 1 January 2026; no days for an open end.</summary>
    sealed record Deed(int Feature, bool Ends, int? From, int? Days, bool NamesSuccessor, string Name);

    static readonly Gen<Deed> AnyDeed =
        from feature in Gen.Int[0, Features - 1]
        from ends in Gen.Int[0, 3]
        from start in Gen.Int[-1, 300]
        from days in Gen.Int[-30, 60]
        from successor in Gen.Bool
        from name in Gen.Int[1, 99]
        select new Deed(feature, ends == 0, start < 0 ? null : start, days <= 0 ? null : days, successor, $"Tên {name}");

    /// <summary>Publications one after the other; in one of them a feature is touched once.</summary>
    static readonly Gen<Deed[][]> AnyHistory = AnyDeed.Array[1, Features].Select(deeds => deeds.DistinctBy(deed => deed.Feature).ToArray()).Array[2, 6];

    [Fact]
    public async Task Restores_the_content_of_every_day_and_keeps_all_history()
    {
        var number = 0;
        await AnyHistory.SampleAsync(async history =>
        {
            var prefix = $"B{++number}";
            var known = new Dictionary<int, string>();
            var revision = 0;
            foreach (var deeds in history)
            {
                revision = await amendments.Publish([.. await Changes(prefix, deeds)]);
                known[revision] = await State(prefix, revision);
            }

            var before = history.Length > 1 ? known[known.Keys.Order().ElementAt(known.Count - 2)] : "";
            var back = await TakeBack(revision);
            Assert.Equal(before, await State(prefix, back));

            // What takes back can be taken back too.
            var again = await TakeBack(back);
            Assert.Equal(known[revision], await State(prefix, again));
            foreach (var (past, state) in known)
                Assert.Equal(state, await State(prefix, past));
        }, iter: 25, threads: 1);
    }

    async Task<List<FeatureChange>> Changes(string prefix, Deed[] deeds)
    {
        var changes = new List<FeatureChange>();
        foreach (var deed in deeds)
        {
            var code = $"{prefix}-{deed.Feature}";
            var (from, until) = (Day(deed.From), deed.From is null ? null : Day(deed.From + deed.Days));
            var content = Amendments.Content(deed.Name, $"POINT(106.4 10.{60 + (deed.Name.Length * deed.Feature)})", $$"""{"note_{{deed.Days ?? 0}}": 1}""");
            var exists = await office.Scalar<long>("SELECT count(*) FROM plan.feature WHERE layer_code = $1 AND code = $2", Office.Layer, code) > 0;
            changes.Add(exists
                ? await amendments.Find(Office.Layer, code) is var feature && deed.Ends
                    ? new(ChangeOperation.Delete, Office.Layer, code, feature.Id, feature.Version, null, from, until, deed.NamesSuccessor ? $"{prefix}-0" : null)
                    : Amendments.Update(feature, content, from, until)
                : new(ChangeOperation.Create, Office.Layer, code, null, null, content, from, until));
        }

        return changes;
    }

    static DateOnly? Day(int? number) => number is { } days ? new DateOnly(2026, 1, 1).AddDays(days) : null;

    async Task<int> TakeBack(int revision)
    {
        var published = await office.Scalar<Guid>("SELECT change_set_id FROM plan.revision WHERE number = $1", revision);
        var answer = await Office.Post(planner, $"/change-sets/{published}/revert");
        // An ending of what was not in force changes nothing; only such a publication leaves nothing to take back.
        if (answer.Status == System.Net.HttpStatusCode.Conflict)
        {
            Assert.Contains("không còn thay đổi nào để hoàn nguyên", answer.Words, StringComparison.Ordinal);
            return revision;
        }

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        var draft = Guid.Parse(answer.Location!.Split('/')[2].Split('?', '#')[0]);
        await using var connection = await office.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var approve = connection.CreateCommand())
        {
            approve.CommandText = "UPDATE plan.change_set SET state = 'approved' WHERE id = $1";
            approve.Parameters.Add(new() { Value = draft });
            await approve.ExecuteNonQueryAsync(Cancellation);
        }

        var outcome = await office.Site.Services.GetRequiredService<Publication>().Publish(connection, draft, "A reviewer", Cancellation);
        await transaction.CommitAsync(Cancellation);
        return Assert.IsType<PublicationOutcome.Published>(outcome).Revision;
    }

    // Day by day, as known at a revision: all that makes a feature what it is, but who recorded it and when.
    Task<string> State(string prefix, int revision) => office.Scalar<string>(
        """
        SELECT coalesce(string_agg(day::date || ' ' || jsonb_build_array(
          version.code, version.name_vi, version.name_en, version.attributes, ST_AsEWKT(version.geom), version.geometry_quality,
          version.geometry_source, version.sources, version.note, version.instrument_code, version.successor_id, version.area_m2,
          version.search_text)::text, chr(10) ORDER BY version.code, day), '')
        FROM plan.feature_version AS version
        JOIN generate_series(date '2025-12-20', date '2027-02-10', interval '1 day') AS day ON version.in_force @> day::date
        WHERE version.code LIKE $1
          AND version.revision_from <= $2
          AND (version.revision_to IS NULL OR version.revision_to > $2)
        """, $"{prefix}-%", revision);
}
