namespace LongAnGis.Core.ChangeSets;

/// <summary>What a province has switched on.</summary>
/// <param name="Consultation">An ordinary change set is put before everybody before it is submitted.</param>
/// <param name="Appraisal">A change set is appraised before it is approved.</param>
/// <param name="DaysToPublish">Days within which an approved change set is to be published.</param>
public sealed record WorkflowOptions(bool Consultation = false, bool Appraisal = false, int DaysToPublish = 15);

/// <summary>What somebody is to one change set.</summary>
/// <param name="IsAuthor">Opened it.</param>
/// <param name="IsMember">Edits it beside the author.</param>
/// <param name="MayEdit">Holds the permission to edit plans.</param>
/// <param name="MayReview">Holds the permission to judge what others have submitted.</param>
/// <param name="MayPublish">Holds the permission to publish what is approved.</param>
public sealed record Standing(bool IsAuthor, bool IsMember, bool MayEdit, bool MayReview, bool MayPublish)
{
    /// <summary>True for whoever made it: nobody judges or publishes their own work.</summary>
    public bool IsMaker => IsAuthor || IsMember;
}

/// <summary>Whether a step can be taken: where it leads, or why not.</summary>
public enum StepVerdict
{
    Allowed,

    /// <summary>From this state the step leads nowhere, for anybody.</summary>
    NotFromHere,

    /// <summary>It is theirs: somebody else has to judge or publish it.</summary>
    OwnWork,

    /// <summary>Only its author (or, for handing it in, a member) does this.</summary>
    NotTheirs,

    /// <summary>Their account does not carry the permission.</summary>
    NotPermitted,
}

/// <summary>
/// The way of a change set: bản nháp → [đang lấy ý kiến] → chờ thẩm định → trả lại | [đã thẩm định] → đã phê duyệt → đã công
/// bố. Nobody judges or publishes what they made; nothing reaches the plan without having been submitted and approved. What
/// a province switches off is no longer entered, but can still be left.
/// </summary>
public sealed class Workflow(WorkflowOptions options)
{
    public WorkflowOptions Options => options;

    /// <summary>The state that a step leads to; null where it cannot be taken.</summary>
    /// <param name="isSimplified">True for the simplified procedure (rút gọn), which needs no consultation.</param>
    public ChangeSetState? After(ChangeSetState state, ChangeSetStep step, bool isSimplified = false) => (step, state) switch
    {
        (ChangeSetStep.Consult, ChangeSetState.Draft or ChangeSetState.Returned) when options.Consultation => ChangeSetState.Consultation,
        (ChangeSetStep.Submit, ChangeSetState.Draft) when isSimplified || !options.Consultation => ChangeSetState.Submitted,
        // What was returned has been put before everybody already.
        (ChangeSetStep.Submit, ChangeSetState.Returned or ChangeSetState.Consultation) => ChangeSetState.Submitted,
        (ChangeSetStep.Return, ChangeSetState.Submitted or ChangeSetState.Appraised or ChangeSetState.Approved) => ChangeSetState.Returned,
        (ChangeSetStep.Appraise, ChangeSetState.Submitted) when options.Appraisal => ChangeSetState.Appraised,
        (ChangeSetStep.Approve, ChangeSetState.Submitted) when !options.Appraisal => ChangeSetState.Approved,
        (ChangeSetStep.Approve, ChangeSetState.Appraised) => ChangeSetState.Approved,
        (ChangeSetStep.Publish, ChangeSetState.Approved) => ChangeSetState.Published,
        (ChangeSetStep.Withdraw, not (ChangeSetState.Published or ChangeSetState.Withdrawn)) => ChangeSetState.Withdrawn,
        (ChangeSetStep.Reopen, ChangeSetState.Returned or ChangeSetState.Withdrawn or ChangeSetState.Consultation) => ChangeSetState.Draft,
        _ => null,
    };

    /// <summary>Whether this person may take this step now.</summary>
    public StepVerdict Judge(ChangeSetState state, ChangeSetStep step, Standing who, bool isSimplified = false)
    {
        var permission = MayTake(step, who);
        return permission != StepVerdict.Allowed ? permission
            : After(state, step, isSimplified) is null ? StepVerdict.NotFromHere
            : StepVerdict.Allowed;
    }

    /// <summary>The steps that this person may take now, in the order of the way.</summary>
    public IReadOnlyList<ChangeSetStep> Open(ChangeSetState state, Standing who, bool isSimplified = false) =>
        [.. Enum.GetValues<ChangeSetStep>().Where(step => Judge(state, step, who, isSimplified) == StepVerdict.Allowed)];

    static StepVerdict MayTake(ChangeSetStep step, Standing who) => step switch
    {
        ChangeSetStep.Consult or ChangeSetStep.Submit =>
            !who.IsMaker ? StepVerdict.NotTheirs : who.MayEdit ? StepVerdict.Allowed : StepVerdict.NotPermitted,
        ChangeSetStep.Withdraw or ChangeSetStep.Reopen =>
            !who.IsAuthor ? StepVerdict.NotTheirs : who.MayEdit ? StepVerdict.Allowed : StepVerdict.NotPermitted,
        ChangeSetStep.Publish =>
            !who.MayPublish ? StepVerdict.NotPermitted : who.IsMaker ? StepVerdict.OwnWork : StepVerdict.Allowed,
        _ => !who.MayReview ? StepVerdict.NotPermitted : who.IsMaker ? StepVerdict.OwnWork : StepVerdict.Allowed,
    };
}
