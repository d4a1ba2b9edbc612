using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.Platform.Forms;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>
/// Asks the rule book before a change set goes on, on the connection of the step, so that it judges what the step sees.
/// Errors stop a submission and a publication; a warning needs a reason before it is submitted, which is then kept.
/// </summary>
public sealed class StepChecks(ChangeSetChecks checks)
{
    /// <summary>More than these are no list to read above a form; the page has them all.</summary>
    const int MostNamed = 8;

    /// <summary>Null when nothing stands against the step.</summary>
    public async Task<IResult?> Judge(
        NpgsqlConnection connection, Guid id, ChangeSetStep step, SentForm form, CancellationToken cancellation)
    {
        if (step is not (ChangeSetStep.Submit or ChangeSetStep.Publish)
            || await checks.Check(connection, id, withConsequences: false, cancellation) is not { } outcome)
            return null;

        var errors = outcome.Errors.ToList();
        var unexplained = step == ChangeSetStep.Submit ? outcome.Unexplained.ToList() : [];
        if (errors.Count + unexplained.Count == 0)
            return null;

        if (errors.Count > 0)
            form.Refuse(null, $"{errors.Count} lỗi phải sửa trước:", errors.Count == 1 ? "1 error is to be mended first:" : $"{errors.Count} errors are to be mended first:");
        foreach (var error in errors.Take(MostNamed))
            form.Refuse(null, $"{error.Rule}: {error.Message.Vi}", $"{error.Rule}: {error.Message.In(english: true)}");
        if (unexplained.Count > 0)
            form.Refuse(
                null, $"{unexplained.Count} cảnh báo cần nêu lý do, ở mục Kiểm tra bên dưới.",
                unexplained.Count == 1 ? "1 warning needs a reason, under Checks below." : $"{unexplained.Count} warnings need a reason, under Checks below.");
        return form.Refused(step == ChangeSetStep.Publish ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }
}
