namespace LongAnGis.Web.Platform.Retries;

/// <summary>An answer that can be given again byte for byte: of what a write did, or (for forms) where it leads.</summary>
/// <param name="Location">Where a form's sender is led with 303; null for other answers.</param>
public sealed record KeptAnswer(int Status, string? ContentType, byte[] Body, string? Location = null) : IResult
{
    /// <summary>Leads a form's sender to a page.</summary>
    public static KeptAnswer SeeOther(string location) => new(StatusCodes.Status303SeeOther, null, [], location);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Body.Length > 0)
        {
            response.ContentType = ContentType;
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
