using LongAnGis.Core.Accounts;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>
/// Who may write about a project: officers of the responsible agency propose; reviewers of the plan decide, and the head of the
/// agency that proposed it; nobody decides about what they proposed themselves.
/// </summary>
static class PipelineRights
{
    static readonly Refusal NoAgency = new(
        StatusCodes.Status403Forbidden,
        "Tài khoản của bạn chưa gắn với cơ quan nào nên chưa cập nhật được dự án; hãy liên hệ quản trị viên.",
        "Your account belongs to no agency yet, so it cannot update projects; ask an administrator.");

    /// <summary>Why somebody may not propose anything about a project; null when they may.</summary>
    public static Refusal? Propose(ProjectPipeline pipeline, PipelineProject project, Person person) => pipeline.Working(person.Agency)?.Code switch
    {
        null => NoAgency,
        var own when own != project.Agency => new(
            StatusCodes.Status403Forbidden,
            $"Dự án này do {pipeline.NameOf(project.Agency).Vi} phụ trách; bạn chỉ cập nhật dự án của cơ quan mình.",
            $"This project is the responsibility of the {pipeline.NameOf(project.Agency).In(english: true)}; you update those of your own agency only."),
        _ => null,
    };

    /// <summary>Why somebody may not decide about what an agency proposed; null when they may.</summary>
    public static Refusal? Decide(ProjectPipeline pipeline, string filedFor, Person person) =>
        person.May(Permission.ReviewPlan) || (pipeline.Working(person.Agency) is { } own && own.Code == pipeline.Working(filedFor)?.Code)
            ? null
            : new(
                StatusCodes.Status403Forbidden,
                $"Đề nghị này do {pipeline.NameOf(filedFor).Vi} gửi; người thẩm định hoặc thủ trưởng cơ quan đó duyệt.",
                $"This was proposed by the {pipeline.NameOf(filedFor).In(english: true)}; a reviewer or the head of that agency decides about it.");
}
