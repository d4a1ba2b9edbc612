using LongAnGis.Core.Lookup;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>Verifies extracts: a number that was read off paper, or a file; gives the seal and the public keys to programs.</summary>
static class VerifyEndpoints
{
    public const string FormName = "verify";

    /// <summary>Far more than any extract: A4 pages of lines and text.</summary>
    const int LongestFile = 12 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Anybody may ask, and asking changes nothing: no account, no token against foreign forms.
        routes.MapPost("/verify", Verify).DisableAntiforgery();
        routes.MapGet("/verify/keys.json", Keys);
        routes.MapGet("/verify/{number}.jws", Jws);
    }

    static async Task<IResult> Verify(HttpContext context, Seal seal, ExtractRegister register)
    {
        LookupEndpoints.Hide(context);
        var form = await SentForm.Read(context, "/verify", FormName, LongestFile);
        if (form.File("file") is { } file)
            return await OfFile(form, await Bytes(file, context.RequestAborted), seal, register, context.RequestAborted);

        var typed = form.Needed(
            form.Line("number", 80), "number", "Hãy nhập số bản trích, hoặc chọn tệp PDF.", "Type the number of the extract, or choose its PDF file.");
        if (form.IsRight && ExtractNumber.Parse(typed) is null)
            form.Refuse("number", "Số bản trích có 16 chữ số và chữ cái, ví dụ K7QM-2D4X-9PFA-3HNC.", "A number has 16 digits and letters, such as K7QM-2D4X-9PFA-3HNC.");
        if (form.IsRight && ExtractNumber.Parse(typed) is { } number)
        {
            if (await register.Find(number, context.RequestAborted) is { } extract)
                return new NextPage(extract.Path);
            form.Refuse("number", "Không có bản trích nào mang số này; hãy so lại từng ký tự.", "There is no extract with this number; compare it letter by letter.");
        }

        return form.Refused();
    }

    static async Task<IResult> OfFile(SentForm form, byte[] file, Seal seal, ExtractRegister register, CancellationToken cancellation)
    {
        if (ExtractNumber.Parse(await seal.NameOf(file, cancellation)) is { } number && await register.Find(number, cancellation) is { } extract)
            return new ShownPage(typeof(ExtractPage), extract.Path, new Dictionary<string, string> { ["Number"] = extract.Number.ToString() }, "intact");

        form.Refuse(
            "file",
            "Tệp này không còn nguyên vẹn: đã bị sửa sau khi cấp, bị lưu lại bằng chương trình khác, hoặc không do hệ thống này cấp.",
            "This file is not intact: it was altered after it was given out, saved again by another program, or never came from here.");
        return form.Refused();
    }

    static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    static async Task<IResult> Jws(HttpContext context, string number, ExtractRegister register)
    {
        LookupEndpoints.Hide(context);
        return ExtractNumber.Parse(number) is { } known && await register.Find(known, context.RequestAborted) is { } extract
            ? Results.Text(extract.Seal, "application/jose")
            : NoSuchExtract;
    }

    /// <summary>The public keys as JSON Web Key Set (RFC 7517).</summary>
    static async Task<IResult> Keys(SealingKeys keys, CancellationToken cancellation) => Results.Json(new
    {
        keys = (await keys.All(cancellation)).Select(key =>
        {
            var (crv, kty, x, y) = SealingKeys.Members(key.Value);
            return new { kty, crv, x, y, kid = key.Key, use = "sig", alg = "ES256" };
        }),
    });

    public static Refusal NoSuchExtract { get; } = Refusal.NotFound(
        "Không có bản trích nào mang số này; hãy so lại từng ký tự với bản giấy.",
        "There is no extract with this number; compare it with the paper letter by letter.");
}
