using System.Text.Encodings.Web;

namespace LongAnGis.Web.Platform;

/// <summary>A page without layout, styles or database, for when the error page itself cannot be made.</summary>
static class LastResort
{
    public static Task Write(HttpContext context)
    {
        var language = context.PageLanguage();
        var refusal = context.Features.Get<Refusal>();
        var title = StatusTitles.For(context.Response.StatusCode, language);
        var sentence = refusal is null ? "" : language.Say(refusal.Vi, refusal.En);
        var encode = context.RequestServices.GetRequiredService<HtmlEncoder>();

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{language.Code}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(title)} – LongAnGis</title>
            <main>
            <h1>{encode.Encode(title)}</h1>
            <p>{encode.Encode(sentence)}</p>
            <p><a href="{language.Href("/")}">{encode.Encode(language.Say("Về trang đầu", "Back to the first page"))}</a></p>
            <p><small>{Problems.TraceId(context)}</small></p>
            </main>
            </html>
            """,
            context.RequestAborted);
    }
}
