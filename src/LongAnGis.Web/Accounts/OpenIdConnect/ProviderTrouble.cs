namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>Why somebody who came by way of the provider was not let in.</summary>
enum ProviderTrouble
{
    /// <summary>They turned back at the provider.</summary>
    Cancelled,

    /// <summary>The answer belongs to no sign-in that this browser has begun: too old, used before, or not its own.</summary>
    Stale,

    /// <summary>The provider cannot be reached, or answers nonsense.</summary>
    Unreachable,

    /// <summary>The provider's word does not hold: issuer, audience, time, nonce or signature.</summary>
    Untrusted,

    /// <summary>The provider itself says no, for example to a code that was used before.</summary>
    Declined,

    /// <summary>There is no account for them, and none is made.</summary>
    Unknown,

    Disabled,

    /// <summary>The invitation is over.</summary>
    Uninvited,

    /// <summary>They took an invitation, but have another account already.</summary>
    Taken,
}

/// <summary>How each trouble is written in an address and told to a person.</summary>
static class ProviderTroubles
{
    public const string Parameter = "trouble";

    public static string Code(this ProviderTrouble trouble) => trouble switch
    {
        ProviderTrouble.Cancelled => "cancelled",
        ProviderTrouble.Stale => "stale",
        ProviderTrouble.Unreachable => "unreachable",
        ProviderTrouble.Untrusted => "untrusted",
        ProviderTrouble.Declined => "declined",
        ProviderTrouble.Unknown => "unknown",
        ProviderTrouble.Disabled => "disabled",
        ProviderTrouble.Uninvited => "uninvited",
        ProviderTrouble.Taken => "taken",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "There is no such trouble."),
    };

    public static ProviderTrouble? Find(string? code) =>
        Enum.GetValues<ProviderTrouble>().Where(trouble => trouble.Code() == code).Select(trouble => (ProviderTrouble?)trouble).FirstOrDefault();

    public static (string Vi, string En) Sentence(this ProviderTrouble trouble, ProviderSettings provider) => trouble switch
    {
        ProviderTrouble.Cancelled => (
            $"Bạn đã dừng đăng nhập ở {provider.NameVi}. Chưa có gì thay đổi; có thể thử lại bất cứ lúc nào.",
            $"You stopped signing in at {provider.NameEn}. Nothing has changed; try again whenever you like."),
        ProviderTrouble.Stale => (
            "Lần đăng nhập này đã quá hạn, đã dùng rồi, hoặc được bắt đầu ở trình duyệt khác. Xin đăng nhập lại từ đây.",
            "This sign-in is too old, was used before, or was begun in another browser. Please sign in again from here."),
        ProviderTrouble.Unreachable => (
            $"Hiện không kết nối được với {provider.NameVi}. Xin thử lại sau ít phút.",
            $"{provider.NameEn} cannot be reached at the moment. Please try again in a few minutes."),
        ProviderTrouble.Untrusted => (
            $"Không xác minh được lời xác nhận từ {provider.NameVi}, nên chưa đăng nhập. Xin thử lại; nếu vẫn vậy, hãy báo quản trị viên.",
            $"What {provider.NameEn} said of you could not be verified, so you are not signed in. Please try again; if it stays so, tell an administrator."),
        ProviderTrouble.Declined => (
            $"{provider.NameVi} từ chối lần đăng nhập này. Xin thử lại; nếu vẫn vậy, hãy báo quản trị viên.",
            $"{provider.NameEn} declined this sign-in. Please try again; if it stays so, tell an administrator."),
        ProviderTrouble.Unknown => (
            $"{provider.NameVi} đã xác nhận danh tính của bạn, nhưng ở đây chưa có tài khoản nào gắn với danh tính ấy. Hãy xin quản trị viên một lời mời.",
            $"{provider.NameEn} knows you, but no account here is linked to you. Ask an administrator for an invitation."),
        ProviderTrouble.Disabled => (
            "Tài khoản của bạn ở đây đã bị khóa. Nếu cho rằng có nhầm lẫn, hãy liên hệ quản trị viên.",
            "Your account here has been disabled. If you think that this is a mistake, ask an administrator."),
        ProviderTrouble.Uninvited => (
            "Lời mời này không còn dùng được: đã dùng hoặc đã hết hạn. Hãy xin quản trị viên lời mời mới.",
            "This invitation can no longer be used: it was taken or is over. Ask an administrator for a new one."),
        ProviderTrouble.Taken => (
            $"Danh tính này ở {provider.NameVi} đã gắn với một tài khoản khác, nên không nhận thêm lời mời được. Hãy đăng nhập bằng tài khoản ấy.",
            $"Your identity at {provider.NameEn} is linked to another account already and cannot take this invitation. Sign in with that account."),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "There is no such trouble."),
    };
}
