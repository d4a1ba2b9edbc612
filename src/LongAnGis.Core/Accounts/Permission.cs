using System.Diagnostics.CodeAnalysis;

namespace LongAnGis.Core.Accounts;

/// <summary>Something that not everybody may do. Whether one may do it to a certain change set is for that change set to say.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The plain word; the suffix was reserved for code access security, which is gone.")]
public enum Permission
{
    /// <summary>Have an account at all: one's own settings, lists that concern everybody.</summary>
    SignedIn,

    /// <summary>Open change sets, and edit those of which one is author or member.</summary>
    EditPlan,

    /// <summary>Comment on, return and approve what others have submitted.</summary>
    ReviewPlan,

    /// <summary>Publish what is approved, and take a publication back.</summary>
    PublishPlan,

    /// <summary>Read change sets that were submitted, the conformity register, and what they would take of the land quotas.</summary>
    ReadChangeSets,

    /// <summary>Invite, disable and assign.</summary>
    ManageAccounts,

    /// <summary>Read who did what when.</summary>
    ReadAudit,

    /// <summary>Ask whoever is responsible to explain a figure, and read every answer.</summary>
    AskForExplanation,

    /// <summary>Answer what was asked of one's agency or of oneself.</summary>
    ExplainFigures,

    /// <summary>Record figures of indicators; an officer of an area those of that area only.</summary>
    RecordFigures,

    /// <summary>Give tasks of the action programme, and change deadlines and assignments.</summary>
    KeepProgramme,

    /// <summary>File reports of progress on tasks of one's own agency or district.</summary>
    FileReports,

    /// <summary>Approve or return what officers of one's own agency or district have filed.</summary>
    ApproveReports,

    /// <summary>Remind those who have not filed, give a period more days, lock it.</summary>
    KeepPeriods,

    /// <summary>Read what investors ask one's agency, and say what became of it.</summary>
    AnswerEnquiries,

    /// <summary>Propose what to say of projects that one's own agency is responsible for.</summary>
    ProposeProjects,

    /// <summary>Decide about such proposals: a reviewer about all, a head about those of the own agency.</summary>
    JudgeProjects,

    /// <summary>Compose the reports of the own agency or district from what was filed; with <see cref="KeepPeriods"/> those of all.</summary>
    ComposeReports,
}

/// <summary>Which roles carry which permissions.</summary>
public static class Permissions
{
    static readonly Dictionary<Role, Permission[]> Carried = new()
    {
        [Role.Planner] = [Permission.EditPlan, Permission.ReadChangeSets],
        [Role.Reviewer] = [Permission.ReviewPlan, Permission.PublishPlan, Permission.ReadChangeSets, Permission.ReadAudit, Permission.JudgeProjects],
        [Role.Officer] = [Permission.ExplainFigures, Permission.RecordFigures, Permission.FileReports, Permission.AnswerEnquiries, Permission.ProposeProjects],
        [Role.Head] = [Permission.ApproveReports, Permission.JudgeProjects, Permission.ComposeReports],
        [Role.Leader] = [Permission.ReadChangeSets, Permission.ReadAudit, Permission.AskForExplanation],
        [Role.Desk] = [Permission.KeepProgramme, Permission.KeepPeriods, Permission.ComposeReports],
        [Role.Admin] = [Permission.ManageAccounts, Permission.ReadAudit],
    };

    /// <summary>True when one of the roles carries the permission; every account carries <see cref="Permission.SignedIn"/>.</summary>
    public static bool Allow(IEnumerable<Role> roles, Permission permission) =>
        permission == Permission.SignedIn || roles.Any(role => Carried[role].Contains(permission));
}
