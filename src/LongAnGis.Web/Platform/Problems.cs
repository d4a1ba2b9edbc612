using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.Platform;

/// <summary>
/// The one place where a refusal or a failure gets its status and its body. Programs get RFC 9457 problem details, people
/// a page with the same status; neither sees SQL, a stack or a path of the server.
/// </summary>
public static class Problems
{
    /// <summary>The page that explains a status to a person; <c>Shell</c> answers there.</summary>
    public const string ErrorPath = "/error";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Bodies are written on the way out, outside of the exception handler, so that both ways of failing meet here.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(Answer);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            // What the caller did is the caller's affair; the log keeps what we did wrong.
            SuppressDiagnosticsCallback = failed => Explain(failed.Exception).Status < StatusCodes.Status500InternalServerError,
            ExceptionHandler = context =>
            {
                var failure = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
                context.Refuse(Explain(failure));
                return Task.CompletedTask;
            },
        });
    }

    static Refusal Explain(Exception failure) => failure switch
    {
        RefusedException refused => refused.Refusal,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(
            StatusCodes.Status413PayloadTooLarge, "Nội dung gửi lên quá lớn.", "What was sent is too large."),
        BadHttpRequestException bad => new(
            bad.StatusCode, "Yêu cầu có tham số không đọc được.", "The request has a parameter that cannot be read."),
        OperationCanceledException => new(
            StatusCodes.Status499ClientClosedRequest, "Yêu cầu đã bị hủy.", "The request was cancelled."),
        _ => DatabaseTrouble.Explain(failure) ?? new(
            StatusCodes.Status500InternalServerError,
            "Hệ thống gặp lỗi ngoài dự kiến. Lỗi đã được ghi lại; xin thử lại sau ít phút.",
            "Something unforeseen went wrong. It has been recorded; please try again in a few minutes."),
    };

    static Task Answer(StatusCodeContext answer) =>
        Audience.IsPerson(answer.HttpContext) ? AnswerPage(answer) : AnswerProgram(answer.HttpContext);

    static Task AnswerProgram(HttpContext context)
    {
        var language = context.DataLanguage();
        var status = context.Response.StatusCode;
        var refusal = context.Features.Get<Refusal>();
        var problem = new ProblemDetails
        {
            Type = "about:blank",
            Title = StatusTitles.For(status, language),
            Status = status,
            Detail = refusal is null ? null : language.Say(refusal.Vi, refusal.En),
            Extensions = { ["traceId"] = TraceId(context) },
        };

        foreach (var (name, value) in refusal?.Members ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        context.Response.Headers.ContentLanguage = language.Code;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, Json, "application/problem+json", context.RequestAborted);
    }

    static async Task AnswerPage(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        var status = context.Response.StatusCode;
        var request = context.Request;
        var asked = (request.Path, request.QueryString, request.Method, context.RequestServices);

        if (context.Features.Get<RefusedForm>() is { } form)
        {
            // The form's own page tells what to mend.
            request.Path = form.Page;
        }
        else
        {
            context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
            {
                OriginalPathBase = request.PathBase.Value ?? "",
                OriginalPath = request.Path.Value ?? "",
                OriginalQueryString = request.QueryString.Value,
            });
            request.Path = ErrorPath;
            request.QueryString = QueryString.Empty;
        }

        context.SetEndpoint(null);
        request.RouteValues.Clear();
        request.Method = HttpMethods.Get;
        context.Response.Headers.CacheControl = "no-store";

        // Razor's navigation manager can be told where it is only once, so the page gets services of its own.
        await using var services = asked.RequestServices.CreateAsyncScope();
        context.RequestServices = services.ServiceProvider;
        try
        {
            await answer.Next(context);
        }
        finally
        {
            (request.Path, request.QueryString, request.Method, context.RequestServices) = asked;
        }

        if (!context.Response.HasStarted && context.Response.ContentType is null)
        {
            context.Response.StatusCode = status;
            await LastResort.Write(context);
        }
    }

    /// <summary>What a person quotes and a log line carries, so that the two can be brought together.</summary>
    public static string TraceId(HttpContext context) =>
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
