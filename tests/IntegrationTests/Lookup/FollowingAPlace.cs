using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.IntegrationTests.Plans;
using LongAnGis.IntegrationTests.Programme;
using LongAnGis.Web.Database;
using LongAnGis.Web.Lookup.Watching;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Lookup;

/// <summary>Somebody follows a parcel or a unit by e-mail, through a real SMTP server.</summary>
public sealed partial class FollowingAPlace(MailboxOffice office) : IClassFixture<MailboxOffice>
{
    const string Parcel = "1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848";
    const string OverParcel = "POLYGON((106.42 10.88, 106.435 10.88, 106.435 10.89, 106.42 10.89, 106.42 10.88))";
    const string Elsewhere = "POLYGON((106.10 10.70, 106.11 10.70, 106.11 10.71, 106.10 10.71, 106.10 10.70))";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hears_nothing_before_confirming_and_then_of_what_touches_the_place_alone()
    {
        using var client = Browser();
        var (address, link) = await Follow(client);
        await Publish("Vùng trước khi xác nhận", OverParcel);
        await Tell();
        Assert.Single(To(address));

        await Office.Post(client, link + "/confirm");
        await Publish("Vùng ở nơi khác", Elsewhere);
        await Publish("Vùng trên thửa", OverParcel);
        await Tell();
        await Arrived(address, 2);
        await Tell();

        var news = To(address)[1];
        Assert.StartsWith("Quy hoạch đã điều chỉnh: thửa đất 20.880,0 m²", news.Subject, StringComparison.Ordinal);
        Assert.Equal(2, To(address).Count);
        Assert.Contains("http://localhost/lookup/", news.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_once_of_an_amendment_that_is_open_for_comment_and_never_of_a_draft()
    {
        using var client = Browser();
        var (address, link) = await Follow(client);
        await Office.Post(client, link + "/confirm");
        await Tell();
        var before = To(address).Count;
        var draft = await new Amendments(office.Site).Draft(Create("socio-economic-zones", $"W-{Guid.NewGuid():N}"[..10], Content("Vùng dự thảo", OverParcel)));
        await Tell();
        Assert.Equal(before, To(address).Count);

        await Run($"UPDATE plan.change_set SET state = 'consultation' WHERE id = '{draft}'");
        await Tell();
        await Tell();
        await Arrived(address, before + 1);

        Assert.StartsWith("Đang lấy ý kiến điều chỉnh", To(address)[^1].Subject, StringComparison.Ordinal);
        Assert.Contains($"/change-sets/{draft}", To(address)[^1].TextBody, StringComparison.Ordinal);
        await Run($"UPDATE plan.change_set SET state = 'draft' WHERE id = '{draft}'");
    }

    [Fact]
    public async Task Ends_with_one_press_on_the_page_or_by_the_header_of_the_message_and_the_address_is_gone()
    {
        using var client = Browser();
        var (address, link) = await Follow(client);
        await Office.Post(client, link + "/confirm");
        await Publish("Vùng để ngừng", OverParcel);
        await Tell();
        await Arrived(address, 2);
        var message = To(address)[1];

        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        var target = message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')["http://localhost".Length..];
        // As a mail program sends it: no Origin, no page of ours.
        using var program = office.Site.Public();
        program.DefaultRequestHeaders.Remove("Origin");
        using var ended = await program.PostAsync(target, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        Assert.Equal(0, await Count(address));
        using var gone = await client.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        var (other, otherLink) = await Follow(client);
        Assert.Contains("đã được xóa", (await Office.Get(client, (await Office.Post(client, otherLink + "/end")).Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count(other));
    }

    [Fact]
    public async Task Answers_alike_whether_an_address_is_known_and_writes_to_none_too_often()
    {
        using var client = Browser();
        var lookup = await Lookup(client);
        var address = Address();

        var first = await Ask(client, address, ("lookup", lookup));
        var second = await Ask(client, address, ("lookup", lookup));
        for (var at = 0; at < 8; at++)
            await Ask(client, address, ("lookup", await Lookup(client)));
        await Arrived(address, 5);
        await Tell();

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal(5, To(address).Count);
        var page = await Office.Get(client, Linked(To(address)[0]));
        Assert.DoesNotContain(address, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_commune_in_English_too()
    {
        using var client = Browser();
        var address = Address();
        var code = await Scalar("SELECT area.code FROM plan.area JOIN plan.feature_version AS version ON version.feature_id = area.feature_id WHERE version.layer_code = 'communes' AND ST_Contains(version.geom, ST_SetSRID(ST_MakePoint(106.4275, 10.8835), 4326))");

        await Office.Post(client, "/en/watch", ("address", address), ("area", code));
        await Arrived(address, 1);
        var link = Linked(To(address)[0]);
        await Office.Post(client, link + "/confirm");
        await Publish("Vùng trong xã", OverParcel);
        await Tell();
        await Arrived(address, 2);

        Assert.StartsWith("/en/watch/", link, StringComparison.Ordinal);
        Assert.StartsWith("The plan was amended", To(address)[1].Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("address", "")]
    [InlineData("address", "không phải thư")]
    [InlineData("address", "a@b.vn\r\nBcc: c@d.vn")]
    [InlineData("area", "")]
    [InlineData("area", "'; DROP TABLE plan.watch; --")]
    public async Task Is_told_what_is_wrong(string field, string value)
    {
        using var client = Browser();
        var fields = new (string, string?)[] { ("address", "ai@example.vn"), ("area", "x") }.Where(one => one.Item1 != field).Append((field, value));

        var answer = await Office.Post(client, "/watch", [.. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"id=\"watch-{field}-mend\"", answer.Html, StringComparison.Ordinal);
    }

    static string Address() => $"ai-{Guid.NewGuid():N}@example.vn";

    HttpClient Browser()
    {
        var client = office.Site.Public();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    List<MimeMessage> To(string address) => [.. office.Taken.Where(message => message.To.Mailboxes.Any(one => one.Address == address))];

    Task Arrived(string address, int count) => office.SendUntil(() => Task.FromResult(To(address).Count >= count));

    async Task Tell()
    {
        await office.Site.Services.GetRequiredService<WatchWork>().Tell(Cancellation);
        await office.Site.Services.GetRequiredService<Web.Mail.MailSending>().SendDue(Cancellation);
    }

    Task<int> Publish(string name, string wkt) =>
        new Amendments(office.Site).Publish(Create("socio-economic-zones", $"W-{Guid.NewGuid():N}"[..10], Content(name, wkt)));

    static async Task<string> Lookup(HttpClient client) => (await Office.Post(client, "/lookup", ("corners", Parcel))).Location!["/lookup/".Length..];

    static Task<FormAnswer> Ask(HttpClient client, string address, params (string, string?)[] fields) =>
        Office.Post(client, "/watch", [("address", address), .. fields]);

    /// <summary>Asks to follow the parcel; answers with the link of the message.</summary>
    async Task<(string Address, string Link)> Follow(HttpClient client)
    {
        var address = Address();
        await Ask(client, address, ("lookup", await Lookup(client)));
        await Arrived(address, 1);
        return (address, Linked(To(address)[0]));
    }

    static string Linked(MimeMessage message) => Link().Match(message.TextBody ?? "").Value;

    async Task<long> Count(string address) => long.Parse(await Scalar($"SELECT count(*)::text FROM plan.watch WHERE address = '{address}'"), System.Globalization.CultureInfo.InvariantCulture);

    async Task<string> Scalar(string query)
    {
        await using var command = office.Site.Services.GetRequiredService<PlanDatabase>().CreateCommand(query);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    async Task Run(string statement)
    {
        await using var command = office.Site.Services.GetRequiredService<PlanDatabase>().CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    [GeneratedRegex("(/en)?/watch/[0-9a-f-]{36}")]
    private static partial Regex Link();
}
