using System.Diagnostics;
using System.Net;
using LongAnGis.Core.Accounts;

namespace LongAnGis.IntegrationTests.Accounts;

public sealed class SigningIn(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string NewName() => $"nguyen.{Guid.NewGuid():N}"[..20];

    [Theory]
    [InlineData("{0}", TestSite.Password)]
    [InlineData(" {0} ", TestSite.Password)]
    public async Task Leads_to_the_page_that_was_asked_for_and_shows_who_is_there(string typed, string password)
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name, Role.Planner);
        using var client = site.Public();

        using var answer = await client.SignIn(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, name.ToUpperInvariant()), password, "/history?as-of=2024-01-01");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/history?as-of=2024-01-01", answer.Headers.Location?.ToString());
        var page = await client.GetStringAsync("/", Cancellation);
        Assert.Contains($"Người thử {name}", page, StringComparison.Ordinal);
        Assert.Contains("Chuyên viên quy hoạch", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_password_typed_with_combining_accents_for_the_same()
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.Public();

        using var answer = await client.SignIn(name, TestSite.Password.Normalize(System.Text.NormalizationForm.FormD));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Sets_a_cookie_that_scripts_and_other_sites_never_get()
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

        using var answer = await client.Send("/sign-in", "http://localhost", ("user", name), ("password", TestSite.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^longan=[A-Za-z0-9_-]{43}; path=/; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task Sets_a_cookie_for_https_alone_where_https_is_spoken()
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new("https://localhost") });

        using var answer = await client.Send("/sign-in", "https://localhost", ("user", name), ("password", TestSite.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-longan=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", cookie);
    }

    [Theory]
    [InlineData("wrong password", true, "Mật khẩu sai 2030!")]
    [InlineData("unknown user", false, TestSite.Password)]
    [InlineData("no password", true, "")]
    public async Task Is_refused_with_one_sentence_whatever_was_wrong(string what, bool exists, string password)
    {
        var site = await shared.Get();
        var name = NewName();
        if (exists)
        {
            await site.NewAccount(name);
        }

        using var client = site.Public();
        using var answer = await client.SignIn(name, password, "/plan");
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.True(HttpStatusCode.Unauthorized == answer.StatusCode, what);
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"return\" value=\"/plan\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSite.Password, page, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Takes_an_unknown_user_as_long_as_a_wrong_password()
    {
        await using var site = await TestSite.OnItsOwnDatabase(settings: new Dictionary<string, string> { ["Limits:SignInFailures"] = "1000" });
        var names = Enumerable.Range(0, 9).Select(_ => NewName()).ToList();
        foreach (var name in names)
        {
            await site.NewAccount(name);
        }

        using var client = site.Public();
        // The first of all also starts the program's own machinery.
        (await client.SignIn(NewName())).Dispose();
        var known = new List<double>();
        var unknown = new List<double>();
        foreach (var name in names)
        {
            known.Add(await Time(name));
            unknown.Add(await Time("x" + name[..15]));
        }

        Assert.InRange(Median(unknown) / Median(known), 0.5, 2);

        async Task<double> Time(string name)
        {
            var watch = Stopwatch.StartNew();
            (await client.SignIn(name, "Mật khẩu sai 2030!")).Dispose();
            return watch.Elapsed.TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/sign-in?return=/")]
    public async Task Leads_to_no_other_site(string back)
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.Public();

        using var answer = await client.SignIn(name, back: back);

        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.Contains(
            "name=\"return\" value=\"/\"",
            await client.GetStringAsync("/sign-in?return=" + Uri.EscapeDataString(back.Replace("\t", "", StringComparison.Ordinal)), Cancellation),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_new_key_whatever_key_was_there_before()
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var planted = new string('a', 43);
        client.DefaultRequestHeaders.Add("Cookie", $"longan={planted}");

        using var answer = await client.SignIn(name);

        Assert.DoesNotContain(planted, Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Account(client));
    }

    [Fact]
    public async Task Is_over_for_a_cookie_once_it_signed_out()
    {
        var site = await shared.Get();
        var name = NewName();
        await site.NewAccount(name);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        using (var entered = await client.SignIn(name))
        {
            client.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        }

        Assert.Equal(HttpStatusCode.OK, await Account(client));
        using var left = await client.Send("/sign-out");

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", left.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        // The same cookie again, as a thief would send it.
        Assert.NotEqual(HttpStatusCode.OK, await Account(client));
    }

    [Fact]
    public async Task Is_over_for_a_session_that_somebody_signs_in_over()
    {
        var site = await shared.Get();
        var (first, second) = (NewName(), NewName());
        await site.NewAccount(first);
        await site.NewAccount(second);
        using var client = site.Public();

        (await client.SignIn(first)).Dispose();
        (await client.SignIn(second)).Dispose();
        var page = await client.GetStringAsync("/", Cancellation);

        Assert.Contains($"Người thử {second}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"Người thử {first}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_the_public_one_quiet_link()
    {
        using var client = await shared.Client();

        var page = await client.GetStringAsync("/", Cancellation);

        Assert.Contains("href=\"/sign-in\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-out", page, StringComparison.Ordinal);
        Assert.DoesNotContain("account-menu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/change-sets", page, StringComparison.Ordinal);
    }

    static async Task<HttpStatusCode> Account(HttpClient client)
    {
        using var answer = await client.GetAsync("/account", Cancellation);
        return answer.StatusCode is HttpStatusCode.SeeOther ? HttpStatusCode.Redirect : answer.StatusCode;
    }
}
