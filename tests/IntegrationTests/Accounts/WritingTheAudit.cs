using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.Accounts;

public sealed class WritingTheAudit
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE plan.audit SET actor = 'somebody else'")]
    [InlineData("DELETE FROM plan.audit")]
    [InlineData("TRUNCATE plan.audit CASCADE")]
    [InlineData("DELETE FROM plan.audit_link")]
    public async Task Cannot_be_undone_by_the_service(string sql)
    {
        await using var site = await TestSite.OnItsOwnDatabase();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(site, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("DELETE FROM plan.audit WHERE action = 'two'", "gone")]
    [InlineData("UPDATE plan.audit SET actor = 'somebody.else' WHERE action = 'two'", "changed")]
    [InlineData("DELETE FROM plan.audit_link WHERE audit_id = (SELECT id FROM plan.audit WHERE action = 'two')", "gap")]
    public async Task Shows_where_somebody_with_all_rights_has_been(string sql, string kind)
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var audit = site.Services.GetRequiredService<AuditLog>();
        foreach (var action in new[] { "one", "two", "three" })
        {
            await audit.Record("nguyen.lan", action, "account/x", new { why = "thử" }, Cancellation);
        }

        var reading = site.Services.GetRequiredService<AuditReading>();
        Assert.Empty(await reading.Flaws(Cancellation));
        await Run(site, $"SET session_replication_role = replica; {sql}; SET session_replication_role = origin");

        Assert.Contains(await reading.Flaws(Cancellation), flaw => flaw.Kind == kind);
    }

    [Fact]
    public async Task Shows_a_tail_that_was_cut_off_to_whoever_kept_its_hash()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        await site.Services.GetRequiredService<AuditLog>().Record("nguyen.lan", "last", "account/x", null, Cancellation);
        var reading = site.Services.GetRequiredService<AuditReading>();
        var (_, hash) = (await reading.End(Cancellation))!.Value;
        Assert.True(await reading.Contains(hash, Cancellation));

        await Run(site,
            """
            SET session_replication_role = replica;
            DELETE FROM plan.audit_link WHERE audit_id = (SELECT max(id) FROM plan.audit);
            DELETE FROM plan.audit WHERE id = (SELECT max(id) FROM plan.audit);
            SET session_replication_role = origin
            """);

        Assert.Empty(await reading.Flaws(Cancellation));
        Assert.False(await reading.Contains(hash, Cancellation));
    }

    [Fact]
    public async Task Stays_whole_when_many_write_at_once()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var audit = site.Services.GetRequiredService<AuditLog>();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => audit.Record($"nguoi.{i}", "test", "account/x", null, Cancellation)));

        Assert.Empty(await site.Services.GetRequiredService<AuditReading>().Flaws(Cancellation));
    }

    [Fact]
    public async Task Is_read_by_person_action_object_and_day_a_page_at_a_time()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var audit = site.Services.GetRequiredService<AuditLog>();
        for (var i = 0; i < 60; i++)
        {
            await audit.Record("nguyen.lan", "test.read", $"account/{i}", null, Cancellation);
        }

        await audit.Record("tran.minh", "test.other", "change_set/7", new { note = "<b>đậm</b>" }, Cancellation);
        using var leader = await site.SignedIn(Role.Leader);

        var first = await leader.GetStringAsync("/audit?who=nguyen.lan&action=test.", Cancellation);
        var other = await leader.GetStringAsync("/audit?object=change_set/7", Cancellation);

        Assert.Contains("account/59", first, StringComparison.Ordinal);
        Assert.DoesNotContain("account/9<", first, StringComparison.Ordinal);
        Assert.Matches("rel=\"next\" href=\"/audit\\?before=[0-9]+&amp;who=nguyen.lan", first);
        Assert.Contains("&lt;b&gt;đậm", other, StringComparison.Ordinal);
        Assert.DoesNotContain("account/5", other, StringComparison.Ordinal);
        Assert.Contains("Không có dòng nào khớp", await leader.GetStringAsync("/audit?until=2001-01-01", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await leader.Status("/audit?from=gestern"));
        Assert.Equal(HttpStatusCode.BadRequest, await leader.Status("/audit?before=-1"));
    }

    static async Task Run(TestSite site, string sql)
    {
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
