using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>A site on a day of its own choice, with officers and heads of agencies who report there.</summary>
public partial class ReportingOffice : IAsyncLifetime
{
    /// <summary>16 December 2030, 9 o'clock in Vietnam: the reporting year 2030 is over, and open.</summary>
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 12, 16, 2, 0, 0, TimeSpan.Zero));

    int tasks = 900;

    public TestSite Site { get; private set; } = null!;

    public ProgrammeDesk Desk { get; private set; } = null!;

    /// <summary>Of the service, beside those of every test.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    public virtual async ValueTask InitializeAsync()
    {
        Site = await TestSite.OnItsOwnDatabase(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), Settings);
        Desk = new(Site);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A task of a test's own that these agencies lead; answers with its code.</summary>
    public async Task<string> NewTask(params string[] leads)
    {
        var code = $"NV-{Interlocked.Increment(ref tasks)}";
        var parties = string.Join(", ", leads.Select(lead => $$"""{"role": "lead", "agency": "{{lead}}"}"""));
        await Desk.Task(code, more: $", \"deadline\": \"2031-06-30\", \"indicators\": [\"population-census\"], \"parties\": [{parties}]");
        return code;
    }

    /// <summary>Lets time pass; who is signed in stays so, as if they had come back each day.</summary>
    public async Task Wait(TimeSpan time)
    {
        clock.Advance(time);
        await Desk.Execute(FormattableString.Invariant($"""
            UPDATE plan.session
            SET created_at = created_at + {time.TotalSeconds} * interval '1 second',
                seen_at = seen_at + {time.TotalSeconds} * interval '1 second',
                expires_at = expires_at + {time.TotalSeconds} * interval '1 second'
            """));
    }

    /// <summary>Somebody who works for an agency or, with a code of figures, for a district.</summary>
    public async Task<HttpClient> Somebody(string workplace, params Role[] roles)
    {
        var id = await Site.NewAccount($"{roles[0].Code()}-{Guid.NewGuid():N}", roles);
        var column = char.IsAsciiDigit(workplace[0]) ? "area_code" : "agency_code";
        await Desk.Execute($"UPDATE plan.account SET {column} = '{workplace}', email = '{roles[0].Code()}@{workplace.ToLowerInvariant()}.example.vn' WHERE id = '{id}'");
        return await Site.SignedIn(id);
    }

    public static string Address(string period, string agency, string task) => $"/programme/reports/{period}/{agency}/{task}";

    /// <summary>An officer of the department of industry and trade states the capital of one of its projects; answers with the project's id.</summary>
    /// <param name="place">Which of its projects, by code.</param>
    /// <param name="amounts">As the form names them: planned_fdi_2030.</param>
    public async Task<long> StateCapital(int place, string asOf, bool isApproved, params (string Name, string Value)[] amounts)
    {
        var project = await Desk.Scalar<long>(FormattableString.Invariant($"""
            SELECT feature.id
            FROM plan.feature
            JOIN plan.feature_version AS version ON version.feature_id = feature.id AND version.version = feature.version
            WHERE feature.layer_code = 'projects' AND version.attributes ->> 'responsible_body' = 'Sở Công Thương'
            ORDER BY feature.code OFFSET {place} LIMIT 1
            """));
        var number = await Desk.Scalar<long>($"SELECT count(*) FROM plan.project_proposal WHERE feature_id = {project}");
        using var officer = await Somebody("S-CT", Role.Officer);
        using var head = await Somebody("S-CT", Role.Head);
        var years = amounts.Select(amount => amount.Name[^4..]).Distinct().Select(year => ("years", year));
        await Expect(HttpStatusCode.SeeOther, await officer.Send(
            $"/invest/pipeline/{project}/edit",
            [("key", Guid.NewGuid().ToString()), ("base", number == 0 ? "0" : $"{number}.approved"), ("stage", "under-construction"), ("agency", "S-CT"), ("as_of", asOf), ("basis", "QĐ 12/QĐ-UBND"), .. years, .. amounts]));
        if (isApproved)
            await Expect(HttpStatusCode.SeeOther, await head.Send(
                $"/invest/pipeline/{project}/decision", ("key", Guid.NewGuid().ToString()), ("number", $"{number + 1}"), ("verdict", "approved"), ("note", "")));
        return project;
    }

    /// <summary>Opens the form as a person does and sends it filled in.</summary>
    public static async Task<HttpResponseMessage> Write(
        HttpClient who, string address, string act, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        var based = Base().Match((await who.Page(address)).Html) is { Success: true } match ? match.Groups[1].Value : "0.0";
        return await Send(who, address, [("base", based), ("do", act), ("key", Guid.NewGuid().ToString()), .. fields], files);
    }

    public static async Task<HttpResponseMessage> Send(HttpClient who, string address, (string Name, string Value)[] fields, params (string Name, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileNameStar = name };
            content.Add(part);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await who.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Decides about the newest version.</summary>
    public static async Task<HttpResponseMessage> Decide(HttpClient who, string address, string verdict, string note = "", int version = 1) =>
        await who.Send(address + "/decision", ("key", Guid.NewGuid().ToString()), ("verdict", verdict), ("note", note), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static async Task Expect(HttpStatusCode status, HttpResponseMessage answer, string? words = null)
    {
        using (answer)
        {
            var said = await answer.Words();
            Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {said}");
            if (words is not null)
                Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("name=\"base\" value=\"([0-9.]+)\"")]
    private static partial Regex Base();
}
