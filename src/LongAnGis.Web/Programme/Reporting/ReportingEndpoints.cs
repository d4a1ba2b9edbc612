using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Programme;
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
    static readonly string FileQuery = Sql.Beside<ReportReading>("ReportFileContent");

    static readonly Refusal NoFile = Refusal.NotFound("Không có tệp này.", "There is no such file.");

    public static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton(all => ReportingSettings.Read(all.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Periods>();
        services.AddSingleton<ReportReading>();
        services.AddSingleton<ReportFiling>();
        services.AddSingleton<ReportDeciding>();
        services.AddSingleton<PeriodKeeping>();
        services.AddSingleton<Reminders>();
    }

    public static void MapReporting(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/programme/reports/{period}/{agency}/{task}", Report, Permission.FileReports);
        routes.MapForm("/programme/reports/{period}/{agency}/{task}/decision", Decide, Permission.ApproveReports);
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
        return await forms.Once(context, form, (connection, ended) => filing.Write(connection, form, key, state, indicators, english, visitor.Known, ended));
    }

    static async Task<IResult> Decide(
        HttpContext context, string period, string agency, string task, Visitor visitor, FormWriting forms, Periods periods, ProgrammeReading reading,
        ReportDeciding deciding, CancellationToken cancellation)
    {
        var key = new ReportKey(periods.Read(period), agency, task);
        var programme = await reading.Now(visitor, cancellation);
        if (ReportRights.Judge(programme, visitor.Known, key) is { } refusal)
            return refusal;

        var form = await SentForm.Read(context, key.Path, ReportDeciding.Form);
        return await forms.Once(context, form, (connection, ended) => deciding.Write(connection, form, key, programme, visitor.Known, ended));
    }

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
