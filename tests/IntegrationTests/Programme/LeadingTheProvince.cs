using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Pages;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>The leaders' page: each number leads to a list of as many.</summary>
public sealed partial class LeadingTheProvince(ReportingOffice office) : IClassFixture<ReportingOffice>
{
    [Fact]
    public async Task Counts_what_its_numbers_open()
    {
        await office.Desk.Task("NV-801", more: ", \"deadline\": \"2029-03-31\", \"districts\": [\"803\"], \"parties\": [{\"role\": \"lead\", \"agency\": \"S-XD\"}]");
        await office.Desk.Task("NV-802", more: ", \"deadline\": \"2028-03-31\", \"districts\": [\"803\", \"802\"], \"parties\": [{\"role\": \"lead\", \"agency\": \"S-XD\"}]");
        using var leader = await office.Site.SignedIn(Role.Leader);
        var page = await leader.Read("/leaders");

        var tasks = Counts().Matches(page).Select(Linked).Concat(Ranked().Matches(page).Select(Linked)).Where(one => one.Address.StartsWith("/programme", StringComparison.Ordinal) && one.Count > 0).ToList();
        Assert.Contains(tasks, one => one.Address.Contains("district=803", StringComparison.Ordinal));
        Assert.Contains(tasks, one => one.Address.Contains("agency=S-XD", StringComparison.Ordinal));
        foreach (var (address, count) in tasks)
            Assert.Equal((address, count), (address, Number(PageReading.Words(await leader.Read(address)), @"([\d.]+) nhiệm vụ Xếp theo")));

        var targets = Counts().Matches(page).Select(Linked).Where(one => one.Address.StartsWith("/targets", StringComparison.Ordinal) && one.Count > 0).ToList();
        Assert.NotEmpty(targets);
        foreach (var (address, count) in targets)
            Assert.Equal((address, count), (address, Number(PageReading.Words(await leader.Read(address)), @"([\d.]+) mục tiêu Tải về")));

        var week = Linked(Week().Match(page));
        Assert.True(week.Count >= 2);
        Assert.Equal(week.Count, Number(PageReading.Words(await leader.Read(week.Address)), @"([\d.]+) nhiệm vụ"));
    }

    [Fact]
    public async Task Is_for_who_is_signed_in_and_for_a_room()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Site.Public().Page("/leaders")).Status);
        using var officer = await office.Site.SignedIn(Role.Officer);
        Assert.Contains("1 / 7", PageReading.Words(await officer.Read("/leaders?present=1")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Page("/leaders/week?status=x")).Status);
    }

    [Fact]
    public async Task Opens_the_ledger_at_the_class_of_each_number()
    {
        using var officer = await office.Site.SignedIn(Role.Officer);
        var land = (await officer.Read("/leaders")).Split("id=\"land\"")[1].Split("</section>")[0];
        Assert.Contains("href=\"/quotas?class=SKK\">0 / 12.500 ha", land, StringComparison.Ordinal);

        var ledger = PageReading.Words(await officer.Read("/quotas?class=SKK"));
        Assert.Contains("12.400–12.500", ledger, StringComparison.Ordinal);
        Assert.Contains("chưa có vùng sử dụng đất nào thuộc loại này", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("4.000", ledger, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Page("/quotas?class=XXX")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Page("/quotas?class=SKK&area=%27%3B--")).Status);
    }

    [Fact]
    public async Task Adds_up_disbursement_once_it_is_approved_and_opens_the_projects_of_each_number()
    {
        using var leader = await office.Site.SignedIn(Role.Leader);
        var empty = PageReading.Words(await leader.Read("/leaders"));
        Assert.Contains("Chưa dự án nào có kế hoạch vốn hay giải ngân được duyệt, và không nguồn mở nào có", empty, StringComparison.Ordinal);

        await office.StateCapital(0, "2030-12-01", true, ("planned_state_2029", "100"), ("disbursed_state_2029", "80"), ("planned_fdi_2030", "1.234,5"), ("disbursed_fdi_2030", "617,2"));
        await office.StateCapital(1, "2030-12-01", true, ("planned_state_2030", "40"), ("disbursed_state_2030", "10"));
        await office.StateCapital(2, "2030-12-01", false, ("planned_state_2030", "999"));

        var page = (await leader.Read("/leaders")).Split("id=\"capital\"")[1].Split("</section>")[0];
        var numbers = Amounts().Matches(page).Select(match => (Address: WebUtility.HtmlDecode(match.Groups[1].Value), Disbursed: match.Groups[2].Value, Planned: match.Groups[3].Value)).ToList();
        Assert.Contains(numbers, one => one is { Disbursed: "627,2", Planned: "1.274,5" } && one.Address.Contains("year=2030", StringComparison.Ordinal));
        Assert.Contains(numbers, one => one is { Disbursed: "617,2", Planned: "1.234,5" } && one.Address.Contains("source=fdi", StringComparison.Ordinal));
        Assert.Contains(numbers, one => one.Address.Contains("agency=S-CT", StringComparison.Ordinal));
        Assert.Contains(numbers, one => one is { Disbursed: "707,2", Planned: "1.374,5" });
        foreach (var (address, disbursed, planned) in numbers)
        {
            var opened = await leader.Read(address);
            Assert.Equal((address, planned, disbursed), (address, Total(opened, "planned"), Total(opened, "disbursed")));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await leader.Page("/invest/pipeline/totals?year=1999")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.Page("/invest/pipeline/totals?source=casino")).Status);
        Assert.Contains("của năm và nguồn đã chọn", PageReading.Words(await leader.Read("/invest/pipeline/totals?year=2021")), StringComparison.Ordinal);
    }

    static string Total(string page, string kind) => Regex.Match(page, $"data-total=\"{kind}\">([^<]+)<").Groups[1].Value;

    static (string Address, int Count) Linked(Match match) => (
        WebUtility.HtmlDecode(match.Groups["address"].Value), int.Parse(match.Groups["count"].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));

    static int Number(string words, string pattern) => Regex.Match(words, pattern) is { Success: true } match
        ? int.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{pattern} is not in: {words[..Math.Min(3000, words.Length)]}");

    [GeneratedRegex("<a (?:class=\"[^\"]*\" )?href=\"(?<address>[^\"]+)\"><b class=\"figure\">(?<count>[\\d.]+)</b>")]
    private static partial Regex Counts();

    [GeneratedRegex("<span class=\"name\"><a href=\"(?<address>[^\"]+)\"[^>]*>[^<]*</a></span>\\s*<svg.*?</svg>\\s*<span class=\"value figure\">(?<count>[\\d.]+) / ", RegexOptions.Singleline)]
    private static partial Regex Ranked();

    [GeneratedRegex("href=\"(/invest/pipeline/totals[^\"]*)\">([\\d.,]+) / ([\\d.,]+)(?: \\(|<)")]
    private static partial Regex Amounts();

    [GeneratedRegex("href=\"(?<address>/leaders/week)\">(?<count>[\\d.]+)<")]
    private static partial Regex Week();
}
