using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Lookup.Watching;

/// <summary>Somebody asks to follow a parcel or unit, confirms, and ends it: by the page behind the link, or by their mail program.</summary>
static class WatchEndpoints
{
    public const string FormName = "watch";

    /// <summary>A field that people neither see nor reach; what fills it in is a program.</summary>
    public const string Trap = "homepage";

    public const string DoneParameter = "sent";

    const int LongestAddress = 254;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Anybody may ask; whoever has the link in the message may confirm and end. Nothing is done in anybody's name.
        routes.MapPost(Watch.Root, Ask).DisableAntiforgery();
        routes.MapPost(Watch.Root + "/{id:guid}/confirm", Confirm).DisableAntiforgery();
        routes.MapPost(Watch.Root + "/{id:guid}/end", End).DisableAntiforgery().WithMetadata(new OpenToMailProgramsAttribute());
    }

    static async Task<IResult> Ask(
        HttpContext context, WatchRegister watches, LookupRegister lookups, PublicAddress address, Language language)
    {
        LookupEndpoints.Hide(context);
        if (!watches.IsOpen)
            return NoMail;

        var form = await SentForm.Read(context, Watch.Root, FormName);
        var to = form.Needed(form.Line("address", LongestAddress), "address", "Hãy nhập địa chỉ thư điện tử.", "Type your e-mail address.");
        if (form.IsRight && (!MailOutbox.IsAddress(to) || !to.Contains('.', StringComparison.Ordinal)))
            form.Refuse("address", "Đây không phải địa chỉ thư điện tử.", "This is no e-mail address.");
        var place = await Place(form, watches, lookups, context.RequestAborted);
        if (!form.IsRight || place is null)
            return form.Refused();

        if (string.IsNullOrEmpty(form.Raw(Trap)))
            await watches.Ask(to, place, language, address.Of(context.Request), context.RequestAborted);
        return new NextPage(Watch.Root, (DoneParameter, "1"));
    }

    static async Task<WatchedPlace?> Place(SentForm form, WatchRegister watches, LookupRegister lookups, CancellationToken cancellation)
    {
        if (form.Raw("lookup") is { Length: > 0 } text)
        {
            if (Guid.TryParse(text, out var id))
            {
                var lookup = await lookups.Find(id, cancellation);
                var shape = StatedParcel.Of(lookup).Shape;
                return new(
                    new(
                        $"thửa đất {LookupText.Area(shape.AreaSquareMetres, Language.Vietnamese)}", $"parcel of {LookupText.Area(shape.AreaSquareMetres, Language.English)}"),
                    lookup.Path, shape.Wgs84);
            }
        }
        else if (form.Line("area", 40) is { } code && await watches.Unit(code, cancellation) is { } unit)
        {
            return unit;
        }

        form.Refuse("area", "Hãy chọn một đơn vị hành chính trong danh sách.", "Choose an administrative unit from the list.");
        return null;
    }

    static async Task<IResult> Confirm(HttpContext context, Guid id, WatchRegister watches)
    {
        LookupEndpoints.Hide(context);
        var watch = await watches.Find(id, context.RequestAborted);
        await watches.Confirm(id, context.RequestAborted);
        return new NextPage(watch.Path);
    }

    // A mail program sends this by itself (RFC 8058), to an address that may have ended already.
    static async Task<IResult> End(HttpContext context, Guid id, WatchRegister watches)
    {
        LookupEndpoints.Hide(context);
        await watches.End(id, context.RequestAborted);
        return new NextPage(Watch.Root, (DoneParameter, "ended"));
    }

    public static Refusal NoMail { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "Hệ thống chưa được nối với máy chủ thư nên chưa theo dõi được.",
        "The service has no mail server yet, so that nothing can be followed.");
}
