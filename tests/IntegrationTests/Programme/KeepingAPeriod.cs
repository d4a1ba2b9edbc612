using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using static LongAnGis.IntegrationTests.Programme.ReportingOffice;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>A period opens and closes by the calendar; the desk gives more days, locks it and unlocks it with a reason.</summary>
public sealed class KeepingAPeriod(ReportingOffice office) : IClassFixture<ReportingOffice>
{
    const string Period = "2030-Y";

    static readonly byte[] Pdf = "%PDF-1.7 …"u8.ToArray();

    static (string, string)[] Said(string percent) => [("percent", percent), ("done", "Đã trải nhựa 5 km")];

    [Fact]
    public async Task Takes_reports_from_the_midnight_after_it_until_that_of_its_last_day_and_longer_when_the_desk_says_so()
    {
        var task = await office.NewTask("S-XD");
        var mine = Address(Period, "S-XD", task);
        using var officer = await office.Somebody("S-XD", Role.Officer);
        using var head = await office.Somebody("S-XD", Role.Head);
        using var desk = await office.Site.SignedIn(Role.Desk);
        var next = Address("2031-M01", "S-XD", task);
        Task<HttpResponseMessage> File(string percent) => Write(officer, mine, "file", Said(percent));
        Task<HttpResponseMessage> Step(string step, params (string, string)[] more) =>
            desk.Send($"/programme/reports/{Period}/steps", [("key", Guid.NewGuid().ToString()), ("step", step), .. more]);

        await Expect(HttpStatusCode.Conflict, await Write(officer, next, "file", Said("10")), "nộp được từ ngày 15/01/2031");
        await Expect(HttpStatusCode.SeeOther, await Write(officer, next, "save", Said("10")));
        await Expect(HttpStatusCode.NotFound, await Write(officer, Address("2030-M12", "S-XD", task), "file", Said("10")));
        await Expect(HttpStatusCode.UnprocessableEntity, await Step("lock"), "Chỉ khóa được khi đã hết hạn");

        await office.Wait(TimeSpan.FromDays(13) + new TimeSpan(14, 59, 59));
        await Expect(HttpStatusCode.SeeOther, await File("40"));
        await office.Wait(TimeSpan.FromSeconds(1));
        await Expect(HttpStatusCode.Conflict, await File("41"), "đã đóng từ sau ngày 29/12/2030");
        await Expect(HttpStatusCode.UnprocessableEntity, await Step("extend", ("closes_on", "2030-12-29"), ("reason", "Nghỉ lễ")), "Hạn mới phải");
        await Expect(HttpStatusCode.UnprocessableEntity, await Step("extend", ("closes_on", "2031-01-03")), "Hãy nêu lý do gia hạn");
        await Expect(HttpStatusCode.SeeOther, await Step("extend", ("closes_on", "2031-01-03"), ("reason", "Nghỉ lễ")));
        await Expect(HttpStatusCode.SeeOther, await Write(officer, mine, "file", Said("41"), ("a.pdf", Pdf)));

        await office.Wait(TimeSpan.FromDays(5));
        await Expect(HttpStatusCode.Conflict, await File("42"), "đã đóng");
        await Expect(HttpStatusCode.SeeOther, await Step("lock"));
        await Expect(HttpStatusCode.Conflict, await File("42"), "đã khóa");
        await Expect(HttpStatusCode.Conflict, await Decide(head, mine, "approved", version: 2), "đã khóa");
        await Expect(HttpStatusCode.UnprocessableEntity, await Step("unlock"), "lý do mở khóa");
        await Expect(HttpStatusCode.SeeOther, await Step("unlock", ("reason", "Sở Xây dựng đính chính")));
        await Expect(HttpStatusCode.SeeOther, await Decide(head, mine, "approved", version: 2));
        Assert.Contains("Sở Xây dựng đính chính", PageReading.Words(await officer.Read($"/programme/reports/{Period}")), StringComparison.Ordinal);
    }
}
