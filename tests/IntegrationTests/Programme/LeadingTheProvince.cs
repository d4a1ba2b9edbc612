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
        Assert.DoesNotContain("href=\"/quotas\"", (await officer.Read("/leaders")).Split("id=\"land\"")[1].Split("</section>")[0], StringComparison.Ordinal);
        Assert.Contains("1 / 6", PageReading.Words(await officer.Read("/leaders?present=1")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Page("/leaders/week?status=x")).Status);
    }

    static (string Address, int Count) Linked(Match match) => (
        WebUtility.HtmlDecode(match.Groups["address"].Value), int.Parse(match.Groups["count"].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));

    static int Number(string words, string pattern) => Regex.Match(words, pattern) is { Success: true } match
        ? int.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{pattern} is not in: {words[..Math.Min(3000, words.Length)]}");

    [GeneratedRegex("<a (?:class=\"[^\"]*\" )?href=\"(?<address>[^\"]+)\"><b class=\"figure\">(?<count>[\\d.]+)</b>")]
    private static partial Regex Counts();

    [GeneratedRegex("<span class=\"name\"><a href=\"(?<address>[^\"]+)\"[^>]*>[^<]*</a></span>\\s*<svg.*?</svg>\\s*<span class=\"value figure\">(?<count>[\\d.]+) / ", RegexOptions.Singleline)]
    private static partial Regex Ranked();

    [GeneratedRegex("href=\"(?<address>/leaders/week)\">(?<count>[\\d.]+)<")]
    private static partial Regex Week();
}
