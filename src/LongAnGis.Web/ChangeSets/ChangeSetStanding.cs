using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;

namespace LongAnGis.Web.ChangeSets;

/// <summary>
/// How a person stands to a change set: what they see of it and may do to it. Who is asked first ("is one of its editors")
/// and what its state allows ("may edit now") are told apart, because the first is refused with 403 and the second with 409.
/// </summary>
/// <param name="State">As in <c>plan.change_set.state</c>.</param>
/// <param name="Version">Grows with each edit and each step.</param>
/// <param name="IsAuthor">They opened it.</param>
/// <param name="IsMember">The author made them an editor beside himself.</param>
/// <param name="WasSubmitted">It has been handed in at least once, even if it was returned since.</param>
public sealed record ChangeSetStanding(
    Guid Id,
    string State,
    int Version,
    bool IsAuthor,
    bool IsMember,
    bool WasSubmitted,
    Person Person)
{
    /// <summary>Author or member: they work on it, and therefore never review it.</summary>
    public bool IsInvolved => IsAuthor || IsMember;

    /// <summary>Those who work on it see it always; readers once it was submitted; everybody in consultation and when published.</summary>
    public bool IsVisible =>
        IsInvolved
        || State is ("consultation" or "published")
        || (WasSubmitted && Person.May(Permission.ReadChangeSets));

    public bool IsEditor => IsInvolved && Person.May(Permission.EditPlan);

    public bool IsReviewer => !IsInvolved && IsVisible && Person.May(Permission.ReviewPlan);

    public bool IsPublisher => !IsInvolved && IsVisible && Person.May(Permission.PublishPlan);

    public bool MayEdit => IsEditor && State is ("draft" or "returned");

    public bool MayReview => IsReviewer && State is ("submitted" or "appraised");

    public bool MayPublish => IsPublisher && State == "approved";

    public bool MayWithdraw => IsAuthor && State is not ("published" or "withdrawn");

    public bool MayReopen => IsAuthor && State is ("returned" or "withdrawn");
}
