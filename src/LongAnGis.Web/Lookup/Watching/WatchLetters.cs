using LongAnGis.Core.Plans;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup.Watching;

/// <summary>The messages to who follows a place.</summary>
static class WatchLetters
{
    public static Letter Confirmation(string address, Bilingual place, Language language, string site, Guid id)
    {
        var name = place.In(language.IsEnglish);
        var link = Link(site, language, id);
        return new("", address, language.Say($"Xác nhận theo dõi quy hoạch: {name}", $"Confirm that you follow the plan: {name}"), language.Say(
            $"""
            Địa chỉ thư này được dùng để đăng ký theo dõi quy hoạch tại: {name}.

            Nếu đó là bạn, hãy mở trang sau và bấm “Xác nhận” trong ba ngày:
            {link}

            Nếu không phải, xin bỏ qua thư này: không có thư nào khác được gửi.
            """,
            $"""
            This address was given to follow the plan at: {name}.

            If that was you, open this page and press “Confirm” within three days:
            {link}

            If not, ignore this message: no other will be sent.
            """));
    }

    public static Letter Published(Following one, IReadOnlyList<Bilingual> titles) => News(
        one,
        new($"Quy hoạch đã điều chỉnh: {one.Place.Vi}", $"The plan was amended: {one.Place.In(english: true)}"),
        new("Điều chỉnh vừa công bố có nội dung tại nơi bạn theo dõi:", "An amendment that was just published touches the place that you follow:"),
        titles,
        Address(one, one.Path));

    static string Address(Following one, string path) => one.Site + one.Language.Prefix + path;

    public static Letter Consulted(Following one, Bilingual title, Guid changeSet) => News(
        one,
        new($"Đang lấy ý kiến điều chỉnh: {one.Place.Vi}", $"Open for comment: {one.Place.In(english: true)}"),
        new("Hồ sơ điều chỉnh đang lấy ý kiến có nội dung tại nơi bạn theo dõi:", "An amendment that is open for comment touches the place that you follow:"),
        [title],
        // A parcel's page tells everybody what the amendment would change there; the whole of it is for who has an account.
        one.Path.StartsWith("/lookup/", StringComparison.Ordinal)
            ? $"{Address(one, one.Path)}\n{one.Language.Say("Toàn bộ hồ sơ, cần đăng nhập", "The whole amendment, for accounts")}: {Address(one, $"/change-sets/{changeSet}")}"
            : Address(one, $"/change-sets/{changeSet}"));

    static Letter News(Following one, Bilingual subject, Bilingual opening, IReadOnlyList<Bilingual> titles, string link)
    {
        var (english, language) = (one.Language.IsEnglish, one.Language);
        var list = string.Join('\n', titles.Select(title => $"– {title.In(english)}"));
        var end = Link(one.Site, language, one.Id);
        string[] lines = [opening.In(english), "", one.Place.In(english), list, "", link, "", language.Say($"Ngừng theo dõi: {end}", $"Stop following: {end}")];
        return new("", one.Address, subject.In(english), string.Join('\n', lines)) { Unsubscribe = $"{one.Site}{Watch.Root}/{one.Id}/end" };
    }

    static string Link(string site, Language language, Guid id) => $"{site}{language.Prefix}{Watch.Root}/{id}";
}

/// <summary>Who follows what, for the messages alone.</summary>
sealed record Following(Guid Id, string Address, Language Language, Bilingual Place, string Path, string Site);
