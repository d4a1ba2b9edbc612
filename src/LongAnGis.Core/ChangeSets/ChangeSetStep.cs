using LongAnGis.Core.Plans;

namespace LongAnGis.Core.ChangeSets;

/// <summary>What people do to a change set as a whole; each is kept with who, when and why.</summary>
public enum ChangeSetStep
{
    /// <summary>Ask everybody who is signed in for their opinion.</summary>
    Consult,

    /// <summary>Hand it in for judgement.</summary>
    Submit,

    /// <summary>Give it back to its author, with a reason.</summary>
    Return,

    /// <summary>Find that it is in order.</summary>
    Appraise,

    /// <summary>Approve it by a document with number, date and signer.</summary>
    Approve,

    /// <summary>Make it part of the plan.</summary>
    Publish,

    /// <summary>Give it up.</summary>
    Withdraw,

    /// <summary>Take it up again as a draft.</summary>
    Reopen,
}

/// <summary>How steps are written: in the database and forms, as something to do, and as something that was done.</summary>
public static class ChangeSetSteps
{
    static readonly Dictionary<ChangeSetStep, (string Code, Bilingual ToDo, Bilingual Done)> Known = new()
    {
        [ChangeSetStep.Consult] = ("consult", new("Lấy ý kiến", "Ask for opinions"), new("lấy ý kiến", "asked for opinions")),
        [ChangeSetStep.Submit] = ("submit", new("Trình thẩm định", "Submit for review"), new("trình thẩm định", "submitted")),
        [ChangeSetStep.Return] = ("return", new("Trả lại", "Return"), new("trả lại", "returned")),
        [ChangeSetStep.Appraise] = ("appraise", new("Thẩm định đạt", "Appraise"), new("thẩm định", "appraised")),
        [ChangeSetStep.Approve] = ("approve", new("Phê duyệt", "Approve"), new("phê duyệt", "approved")),
        [ChangeSetStep.Publish] = ("publish", new("Công bố", "Publish"), new("công bố", "published")),
        [ChangeSetStep.Withdraw] = ("withdraw", new("Rút hồ sơ", "Withdraw"), new("rút hồ sơ", "withdrew")),
        [ChangeSetStep.Reopen] = ("reopen", new("Mở lại", "Reopen"), new("mở lại", "reopened")),
    };

    // Kept beside the steps because they tell the same story, but nobody asks for them by name.
    static readonly Dictionary<string, Bilingual> AlsoDone = new(StringComparer.Ordinal)
    {
        ["open"] = new("mở hồ sơ", "opened"),
        ["revert"] = new("mở hồ sơ để hoàn nguyên", "opened to take back"),
        ["resolve"] = new("giải quyết xung đột", "resolved a conflict"),
        ["details"] = new("sửa thông tin hồ sơ", "changed the details"),
    };

    /// <summary>The word in forms and in the database.</summary>
    public static string Code(this ChangeSetStep step) => Known[step].Code;

    /// <summary>As a button says it.</summary>
    public static Bilingual ToDo(this ChangeSetStep step) => Known[step].ToDo;

    /// <summary>The step that a code names; null when there is none such.</summary>
    public static ChangeSetStep? Find(string? code) =>
        Known.Where(known => known.Value.Code == code).Select(known => (ChangeSetStep?)known.Key).FirstOrDefault();

    /// <summary>As a history tells it; what is not known stands for itself.</summary>
    public static Bilingual Done(string code) =>
        Find(code) is { } step ? Known[step].Done : AlsoDone.GetValueOrDefault(code) ?? new(code);
}
