using System.Globalization;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>Reports of progress by period: filing them, deciding about them, keeping their periods, and their evidence.</summary>
static class ReportingEndpoints
{
    /// <summary>Reports that can be approved at once, as many as wait at most (WaitingReports.sql).</summary>
    const int MostTicked = 500;

    static readonly string FileQuery = Sql.Beside<ReportReading>("ReportFileContent");

    static readonly Refusal NoFile = Refusal.NotFound("Không có tệp này.", "There is no such file.");

    public static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton(all => ReportingSettings.Read(all.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Periods>();
        services.AddSingleton<ReportReading>();
        services.AddSingleton<ReportedFigures>();
        services.AddSingleton<ReportFiling>();
        services.AddSingleton<ReportDeciding>();
        services.AddSingleton<PeriodKeeping>();
        services.AddSingleton<Reminders>();
    }

    public static void MapReporting(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/programme/reports/{period}/{agency}/{task}", Report, Permission.FileReports);
        routes.MapForm("/programme/reports/{period}/{agency}/{task}/decision", Decide, Permission.ApproveReports);
        routes.MapForm("/programme/my-work/approvals", DecideMany, Permission.ApproveReports);
        routes.MapForm("/programme/reports/{period}/steps", Keep, Permission.KeepPeriods);
        routes.MapForm("/programme/reports/{period}/reminders", Remind, Permission.KeepPeriods);
        routes.MapGet("/programme/reports/files/{id:guid}", Evidence).Needs(Permission.SignedIn);
    }

    static async Task<IResult> Report(
        HttpContext context, string period, string agency, string task, Visitor visitor, FormWriting forms, Periods periods, ProgrammeReading reading,
        ReportFiling filing, IndicatorCatalogue catalogue, CancellationToken cancellation)
    {
        var key = new ReportKey(periods.Read(period), agency, task);
        var programme = await reading.Now(visitor, cancellation);
        if (ReportRights.Judge(programme, visitor.Known, key) is { } refusal)
            return refusal;

        var form = await SentForm.Read(context, key.Path, ReportForm.Name, ReportForm.LongestBody);
        var state = programme.Find(task)!;
        var indicators = await IndicatorsOf(state.Task, catalogue, cancellation);
        var english = context.PageLanguage().IsEnglish;
        return await forms.Once(context, form, (connection, ended) => filing.Write(connection, form, key, state, programme.Agency(key.Agency)!, indicators, english, visitor.Known, ended));
    }

    static async Task<IResult> Decide(
        HttpContext context, string period, string agency, string task, Visitor visitor, FormWriting forms, Periods periods, ProgrammeReading reading,
        ReportDeciding deciding, PublicAddress address, CancellationToken cancellation)
    {
        var key = new ReportKey(periods.Read(period), agency, task);
        var programme = await reading.Now(visitor, cancellation);
        if (ReportRights.Judge(programme, visitor.Known, key) is { } refusal)
            return refusal;

        var form = await SentForm.Read(context, key.Path, ReportDeciding.Form);
        return await forms.Once(context, form, (connection, ended) => deciding.Write(connection, form, key, programme, address.Of(context.Request), visitor.Known, ended));
    }

    /// <summary>Approves what a head has ticked: all of it or nothing.</summary>
    static async Task<IResult> DecideMany(
        HttpContext context, Visitor visitor, FormWriting forms, Periods periods, ProgrammeReading reading, ReportDeciding deciding, PublicAddress address,
        CancellationToken cancellation)
    {
        var programme = await reading.Now(visitor, cancellation);
        var form = await SentForm.Read(context, "/programme/my-work", ReportDeciding.ManyForm, MostTicked * 100, MostTicked + 20);
        var ticked = form.All("report").Distinct().Select(text => TickedReport(text, programme, visitor.Known, periods)).ToList();
        if (ticked.Count == 0)
            form.Refuse(null, "Hãy chọn ít nhất một báo cáo.", "Choose one report at least.");
        if (ticked.Any(one => one is null))
            form.Refuse(null, "Có báo cáo không thuộc đơn vị của bạn hoặc không còn chờ duyệt. Mở lại trang.", "A report is not your unit's, or waits no longer. Open the page again.");
        return form.IsRight
            ? await forms.Once(context, form, (connection, ended) =>
                deciding.WriteAll(connection, form, [.. ticked.Select(one => one!.Value)], programme, address.Of(context.Request), visitor.Known, ended))
            : form.Refused();
    }

    /// <summary>A report of somebody's own unit as the list sends it: 2030-Y/NV-31/2; null for anything else.</summary>
    static (ReportKey Key, int Version)? TickedReport(string text, ActionProgramme programme, Person person, Periods periods) =>
        text.Split('/') is [var period, var task, var number]
        && ReportingPeriod.Find(period) is { } known && periods.Calendar.IsDue(known)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && ReportRights.UnitOf(programme, person) is { } unit && new ReportKey(known, unit.Code, task) is var key && ReportRights.IsDue(programme, key)
            ? (key, version)
            : null;

    static async Task<IResult> Keep(HttpContext context, string period, Visitor visitor, FormWriting forms, Periods periods, PeriodKeeping keeping)
    {
        var known = periods.Read(period);
        var form = await SentForm.Read(context, $"/programme/reports/{known}", PeriodKeeping.Form);
        return await forms.Once(context, form, (connection, ended) => keeping.Write(connection, form, known, visitor.Known, ended));
    }

    static async Task<IResult> Remind(
        HttpContext context, string period, Visitor visitor, FormWriting forms, Periods periods, ProgrammeReading reading, Reminders reminders,
        PublicAddress address, CancellationToken cancellation)
    {
        var known = periods.Read(period);
        var programme = await reading.Now(visitor, cancellation);
        var form = await SentForm.Read(context, $"/programme/reports/{known}", Reminders.Form);
        return await forms.Once(context, form, (connection, ended) =>
            reminders.Write(connection, form, known, programme, address.Of(context.Request), visitor.Known, ended));
    }

    /// <summary>Always as something to keep, never as a page of ours: a browser must not run what somebody sent.</summary>
    static async Task<IResult> Evidence(HttpContext context, Guid id, PlanDatabase database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(FileQuery);
        command.Parameters.AddWithValue("id", id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return NoFile;

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(row.GetString(0));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(row.GetFieldValue<byte[]>(1), "application/octet-stream");
    }

    /// <summary>The task's indicators that the catalogue has, for which a report may state figures.</summary>
    internal static async Task<IReadOnlyList<Indicator>> IndicatorsOf(ProgrammeTask task, IndicatorCatalogue catalogue, CancellationToken cancellation) =>
        task.Indicators.Count == 0 ? []
        : [.. (await catalogue.All(cancellation)).Select(entry => entry.Indicator).Where(indicator => task.Indicators.Contains(indicator.Code))];
}
