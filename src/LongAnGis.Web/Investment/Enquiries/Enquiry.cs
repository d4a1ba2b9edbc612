using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Investment.Enquiries;

/// <summary>What became of an enquiry.</summary>
public enum EnquiryState { New, Read, Answered }

/// <summary>What an investor asks about a site.</summary>
/// <param name="Site">The site; its page may lead on to a successor.</param>
/// <param name="SiteName">What it was called when it was asked about.</param>
/// <param name="Contact">E-mail address or telephone number, as typed.</param>
/// <param name="IsSuspect">True when a field that people do not see was filled in.</param>
public sealed record Enquiry(
    Guid Id, SiteKey Site, string SiteName, string Language, string Sender, string? Organisation, string Contact, string Message,
    bool IsSuspect, DateTime SentAt, EnquiryState State)
{
    public string Path => $"{EnquiryEndpoints.Inbox}/{Id}";
}

/// <summary>What an officer said of an enquiry, and when.</summary>
public sealed record EnquiryStep(EnquiryState State, string? Note, DateTime At, string By);

static class EnquiryStates
{
    public static string Code(this EnquiryState state) => state switch
    {
        EnquiryState.Read => "read",
        EnquiryState.Answered => "answered",
        _ => "new",
    };

    public static EnquiryState Of(string? code) => code switch
    {
        "read" => EnquiryState.Read,
        "answered" => EnquiryState.Answered,
        _ => EnquiryState.New,
    };

    public static Bilingual Name(this EnquiryState state) => state switch
    {
        EnquiryState.Read => new("Đã đọc", "Read"),
        EnquiryState.Answered => new("Đã trả lời", "Answered"),
        _ => new("Mới", "New"),
    };
}
