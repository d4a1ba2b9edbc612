using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;

namespace LongAnGis.IntegrationTests.Maps;

/// <summary>Somebody who is signed in saves a map on paper by name.</summary>
public sealed class SavingAPrintTemplate(SharedSite shared)
{
    const string Wish = "?paper=A1&turn=portrait&scale=100000&title=B%E1%BA%A3n%20%C4%91%E1%BB%93&layers=districts";

    [Fact]
    public async Task Finds_it_again_with_its_layers_replaces_it_by_its_name_and_removes_it()
    {
        var office = new Office(await shared.Get());
        using var person = await office.Somebody(Role.Planner);
        var name = $"Tờ treo tường {Guid.NewGuid():N}"[..30];

        var saved = await Office.Post(person, "/print/templates" + Wish, ("name", name));
        await Office.Post(person, "/print/templates?paper=A0&layers=communes", ("name", name));
        var page = await Office.Get(person, "/print");

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Contains("paper=A1", saved.Location!, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Html, $">{name}</a>"));
        var link = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page.Html, $"href=\"([^\"]*)\"[^>]*>{name}</a>").Groups[1].Value);
        Assert.Contains("paper=A0", link, StringComparison.Ordinal);
        Assert.Contains("layers=communes", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Office.Get(person, link)).Status);

        var id = System.Text.RegularExpressions.Regex.Match(page.Html, "/print/templates/([0-9a-f-]{36})/remove").Groups[1].Value;
        await Office.Post(person, $"/print/templates/{id}/remove");
        Assert.DoesNotContain(name, (await Office.Get(person, "/print")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Belongs_to_nobody_else_and_needs_an_account_and_a_name()
    {
        var office = new Office(await shared.Get());
        using var person = await office.Somebody(Role.Planner);
        using var other = await office.Somebody(Role.Leader);
        using var nobody = (await shared.Get()).Public();
        await Office.Post(person, "/print/templates" + Wish, ("name", "Riêng của tôi"));
        var page = await Office.Get(person, "/print");
        var id = System.Text.RegularExpressions.Regex.Match(page.Html, "/print/templates/([0-9a-f-]{36})/remove").Groups[1].Value;

        await Office.Post(other, $"/print/templates/{id}/remove");

        Assert.Contains("Riêng của tôi", (await Office.Get(person, "/print")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Riêng của tôi", (await Office.Get(other, "/print")).Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await Office.Post(nobody, "/print/templates" + Wish, ("name", "x"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Office.Post(person, "/print/templates" + Wish, ("name", " "))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Office.Post(person, "/print/templates?paper=A9", ("name", "x"))).Status);
    }
}
