namespace LongAnGis.Web.Platform.Forms;

/// <summary>What is wrong with one field of a form, or with all of it when no field is named.</summary>
public sealed record FormMessage(string? Field, string Vi, string En)
{
    public string In(Language language) => language.Say(Vi, En);
}

/// <summary>
/// The answer to a form that cannot be accepted: a person gets the form's page again, with the status of the refusal, what
/// they typed, and what to mend beside each field; a program gets problem details.
/// </summary>
/// <param name="Page">Path of the page that has the form, without language.</param>
/// <param name="Form">Which form of that page; others keep what they had.</param>
/// <param name="Typed">What was typed, by field.</param>
public sealed record RefusedForm(
    int Status, string Page, string Form, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<FormMessage> Messages) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(this);
        httpContext.Refuse(new(
            Status, string.Join(' ', Messages.Select(message => message.Vi)), string.Join(' ', Messages.Select(message => message.En))));
        return Task.CompletedTask;
    }
}

/// <summary>The form as this request has typed it; empty unless it was refused. Scoped to the request.</summary>
public sealed class TypedForm(IHttpContextAccessor http)
{
    readonly RefusedForm? refused = http.HttpContext?.Features.Get<RefusedForm>();

    public bool IsRefused(string form) => refused?.Form == form;

    /// <summary>What was typed into a field of a refused form, else what it holds by itself.</summary>
    public string? Value(string form, string field, string? otherwise = null) =>
        refused?.Form == form ? refused.Typed.GetValueOrDefault(field) : otherwise;

    public FormMessage? Message(string form, string field) =>
        refused?.Form == form ? refused.Messages.FirstOrDefault(message => message.Field == field) : null;

    public IReadOnlyList<FormMessage> Messages(string form) => refused?.Form == form ? refused.Messages : [];
}
