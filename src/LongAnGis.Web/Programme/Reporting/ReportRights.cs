using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>Whose reports an account may write or decide about: those of its own agency or district, and no others.</summary>
static class ReportRights
{
    static readonly Refusal NoUnit = new(
        StatusCodes.Status403Forbidden,
        "Tài khoản của bạn chưa được giao cho cơ quan hoặc huyện nào nên chưa báo cáo được; hãy liên hệ quản trị viên.",
        "Your account is assigned to no agency or district yet, so it cannot report; ask an administrator.");

    static readonly Refusal NotYours = new(
        StatusCodes.Status403Forbidden,
        "Bạn chỉ báo cáo và duyệt báo cáo của cơ quan, huyện mình.",
        "You report and approve for your own agency or district only.");

    public static Agency? UnitOf(ActionProgramme programme, Person person) => ReportingUnits.Of(programme, person.Agency, person.Area);

    /// <summary>Why somebody may not write about this report; null when they may.</summary>
    public static Refusal? Judge(ActionProgramme programme, Person person, ReportKey key) => UnitOf(programme, person) switch
    {
        null => NoUnit,
        { Code: var own } when own != key.Agency => NotYours,
        _ => IsDue(programme, key) ? null : ReportReading.NotFound,
    };

    /// <summary>Whether the programme has the task, and the unit reports on it.</summary>
    public static bool IsDue(ActionProgramme programme, ReportKey key) =>
        programme.Find(key.Task) is { } state && ReportingUnits.Of(programme, state.Task).Contains(key.Agency);
}
