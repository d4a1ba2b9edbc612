namespace LongAnGis.Web.Platform;

/// <summary>
/// Why a request is not answered as asked: a status and a sentence in each language that a person can act on. Return it
/// from an endpoint, or set it with <see cref="Refusals.Refuse"/>; <see cref="Problems"/> writes it as problem details or
/// as a page, depending on who asked.
/// </summary>
public sealed record Refusal(int Status, string Vi, string En, TimeSpan? RetryAfter = null) : IResult
{
    /// <summary>Further members of the problem details (RFC 9457, 3.2), for programs that mend what was wrong.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();

    public static Refusal BadRequest(string vi, string en) => new(StatusCodes.Status400BadRequest, vi, en);

    public static Refusal NotFound(string vi, string en) => new(StatusCodes.Status404NotFound, vi, en);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Refuse(this);
        return Task.CompletedTask;
    }
}

/// <summary>A refusal met too deep for a return value, for example while a page's parameters are read.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.En)
{
    public Refusal Refusal { get; } = refusal;
}

public static class Refusals
{
    /// <summary>Ends the request with this refusal; the answer's body is written once, on the way out.</summary>
    public static void Refuse(this HttpContext context, Refusal refusal)
    {
        context.Features.Set(refusal);
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
