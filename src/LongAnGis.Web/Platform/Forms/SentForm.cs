using LongAnGis.Core.Text;
using LongAnGis.Web.Platform.Retries;
using LongAnGis.Web.Shell;
using Microsoft.AspNetCore.Http.Features;

namespace LongAnGis.Web.Platform.Forms;

/// <summary>
/// A form as it was sent: bounded, in one spelling of Unicode, without control characters. It gathers what is wrong with
/// its fields, so that a person hears of everything at once.
/// </summary>
/// <param name="page">Path of the page that has the form.</param>
/// <param name="name">Which form of that page.</param>
public sealed class SentForm(string page, string name, IFormCollection fields)
{
    string page = page;
    string name = name;

    const int LongestBody = 256 << 10;
    const int MostFields = 200;

    readonly List<FormMessage> messages = [];
    readonly Dictionary<string, string> put = new(StringComparer.Ordinal);

    public bool IsRight => messages.Count == 0;

    /// <exception cref="RefusedException">415 when what was sent is no form, 413 when it is larger than any of ours.</exception>
    /// <param name="longestBody">Bytes of all fields and files together, for a form that sends more than most do.</param>
    public static async Task<SentForm> Read(
        HttpContext context, string page, string name, int longestBody = LongestBody, int mostFields = MostFields)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
            throw new RefusedException(new(
                StatusCodes.Status415UnsupportedMediaType,
                "Địa chỉ này nhận biểu mẫu (application/x-www-form-urlencoded).",
                "This address takes a form (application/x-www-form-urlencoded)."));
        if (request.ContentLength > longestBody)
            throw TooLarge();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && limit.MaxRequestBodySize < longestBody)
            limit.MaxRequestBodySize = longestBody;

        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
            {
                ValueCountLimit = mostFields,
                ValueLengthLimit = LongestBody,
                BufferBodyLengthLimit = longestBody,
                MultipartBodyLengthLimit = longestBody,
            }));
            return new(page, name, await request.ReadFormAsync(context.RequestAborted));
        }
        catch (InvalidDataException)
        {
            throw TooLarge();
        }
    }

    static RefusedException TooLarge() => new(new(
        StatusCodes.Status413PayloadTooLarge, "Biểu mẫu gửi lên quá lớn.", "The form that was sent is too large."));

    /// <summary>The file of a field; null when none was chosen.</summary>
    public IFormFile? File(string field) => fields.Files.GetFile(field) is { Length: > 0 } file ? file : null;

    /// <summary>The files of a field that takes several.</summary>
    public IReadOnlyList<IFormFile> Files(string field) => [.. fields.Files.GetFiles(field).Where(file => file.Length > 0 || file.FileName.Length > 0)];

    /// <summary>A text of one line; null when the field is empty.</summary>
    public string? Line(string field, int longest) => Text(field, longest, keepsLines: false);

    /// <summary>A text that may have several lines; null when the field is empty.</summary>
    public string? Lines(string field, int longest) => Text(field, longest, keepsLines: true);

    public string Needed(string? value, string field, string vi, string en)
    {
        if (value is null)
            Refuse(field, vi, en);
        return value ?? "";
    }

    /// <summary>A day as browsers send it (2026-01-31) or as people write it (31/01/2026); null when the field is empty.</summary>
    public DateOnly? Day(string field)
    {
        if (Line(field, 20) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200)
            return day;

        Refuse(field, "Ngày không đọc được; viết ngày/tháng/năm, ví dụ 31/01/2026.", "This is no date; write day/month/year, for example 31/01/2026.");
        return null;
    }

    public int? Whole(string field) =>
        int.TryParse(Raw(field), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public double? Number(string field) =>
        double.TryParse(Raw(field), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;

    /// <summary>Fills a field in with what stands in a file, so that it is read and shown like what is typed.</summary>
    public void Put(string field, string value) => put[field] = value;

    public IEnumerable<string> All(string field) => fields[field].OfType<string>();

    /// <summary>What stands in a field as it was sent.</summary>
    public string? Raw(string field) => put.TryGetValue(field, out var filled) ? filled : fields.TryGetValue(field, out var values) && values.Count > 0 ? values[^1] : null;

    public void Refuse(string? field, string vi, string en) => messages.Add(new(field, vi, en));

    /// <summary>Which of the forms that share an address it was.</summary>
    public SentForm As(string form)
    {
        name = form;
        return this;
    }

    /// <summary>Lets another page tell what came of the form.</summary>
    public SentForm On(string otherPage)
    {
        page = otherPage;
        return this;
    }

    /// <summary>What tells this form from another that bears the same idempotency key.</summary>
    public byte[] Fingerprint(HttpRequest request)
    {
        var all = string.Join('\u001f', fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .SelectMany(field => field.Value.Select(value => $"{field.Key}={value}"))
            .Concat(fields.Files.Select(file => $"{file.Name}={file.FileName} {file.Length}")));
        return KeptAnswers.Fingerprint($"{request.Method} {request.Path}", System.Text.Encoding.UTF8.GetBytes(all));
    }

    /// <summary>The answer that shows the form again.</summary>
    public RefusedForm Refused(int status = StatusCodes.Status422UnprocessableEntity) => new(
        status, page, name, Typed(), messages);

    Dictionary<string, string> Typed()
    {
        var typed = fields.ToDictionary(field => field.Key, field => field.Value.LastOrDefault() ?? "", StringComparer.Ordinal);
        foreach (var (field, value) in put)
            typed[field] = value;
        return typed;
    }

    public RefusedForm Refused(int status, string vi, string en)
    {
        Refuse(null, vi, en);
        return Refused(status);
    }

    string? Text(string field, int longest, bool keepsLines)
    {
        if (Raw(field) is not { } raw)
            return null;

        var text = VietnameseText.Canonical(raw).ReplaceLineEndings("\n").Trim();
        if (text.Any(letter => char.IsControl(letter) && !(keepsLines && letter is '\n' or '\t')))
            Refuse(field, "Nội dung có ký tự điều khiển.", "The text holds control characters.");
        else if (text.Length > longest)
            Refuse(field, $"Nội dung dài {text.Length} ký tự, nhiều nhất {longest}.", $"The text has {text.Length} characters, at most {longest} are kept.");
        return text.Length == 0 ? null : text;
    }
}

/// <summary>Leads from a form that was accepted to the page that shows what came of it; language and scene stay.</summary>
public sealed record NextPage(string Page, params (string Name, string? Value)[] Parameters) : IResult
{
    /// <summary>Where on the page, with its #.</summary>
    public string Fragment { get; init; } = "";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Links.Of(httpContext).To(Page, Parameters) + Fragment;
        return Task.CompletedTask;
    }
}
