using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>What somebody is to a task: who answers for it, or who helps.</summary>
public enum PartyRole { Lead, Cooperating }

/// <summary>Which tasks come first where means are short; no deadline follows from it.</summary>
public enum TaskPriority { High, Normal, Low }

/// <summary>Somebody who works on a task.</summary>
/// <param name="Agency">Code of an agency of the register; null for others.</param>
/// <param name="Kind">All agencies of this kind, as <c>department</c>; null for others.</param>
/// <param name="Name">Null for an agency of the register, which has a name of its own.</param>
/// <param name="IsInferred">No source says so: it follows from what the agency is there for.</param>
public sealed record TaskParty(PartyRole Role, string? Agency, string? Kind, Bilingual? Name, bool IsInferred);

/// <summary>
/// A duty of the action programme (nhiệm vụ) as it stood on a day: the six clear things (rõ người, việc, trách nhiệm, thẩm
/// quyền, thời gian, kết quả) and what it is tied to. What no source states is null, never filled in.
/// </summary>
/// <param name="Parent">The task that it is a part of.</param>
/// <param name="Product">What there is when it is done.</param>
/// <param name="Accountability">What its owner answers for.</param>
/// <param name="Authority">What its owner may decide.</param>
/// <param name="Responsible">The unit or person inside the lead agency.</param>
/// <param name="Instrument">Code in the register of instruments, where it is there.</param>
/// <param name="InstrumentText">The instrument as its source cites it.</param>
/// <param name="Deadline">The last day in Vietnam on which it is in time; null where no day is set.</param>
/// <param name="DeadlineText">The deadline in the words of its source.</param>
/// <param name="BudgetVnd">In đồng.</param>
/// <param name="IsStopped">True when it was called off.</param>
/// <param name="Districts">Codes of districts that it concerns; empty where it concerns the province as a whole.</param>
/// <param name="Features">Ids of features of the plan.</param>
/// <param name="DependsOn">Codes of tasks that come before this one.</param>
/// <param name="SearchText">Code, names and product, folded.</param>
public sealed record ProgrammeTask(
    string Code,
    int Version,
    string Group,
    string? Parent,
    int Position,
    Bilingual Name,
    Bilingual? Objective,
    Bilingual? Product,
    Bilingual? Accountability,
    Bilingual? Authority,
    string? Responsible,
    string? Instrument,
    string? InstrumentText,
    DateOnly? StartOn,
    DateOnly? Deadline,
    Bilingual? DeadlineText,
    TaskPriority Priority,
    decimal? BudgetVnd,
    Bilingual? BudgetSource,
    bool IsStopped,
    IReadOnlyList<TaskParty> Parties,
    IReadOnlyList<string> Districts,
    IReadOnlyList<long> Features,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> Sources,
    Bilingual? Note,
    string SearchText,
    bool IsPublic)
{
    public IEnumerable<TaskParty> Leads => Parties.Where(party => party.Role == PartyRole.Lead);

    public IEnumerable<TaskParty> Cooperating => Parties.Where(party => party.Role == PartyRole.Cooperating);
}

/// <summary>How far a task was at the end of a day.</summary>
/// <param name="Day">The last day that it tells of, in Vietnam.</param>
/// <param name="Percent">0 to 100; 100 exactly when the product is there.</param>
/// <param name="CompletedOn">The day on which it was done; only at 100.</param>
/// <param name="Said">What was done, in short.</param>
/// <param name="Reason">Why the percentage is lower than before.</param>
public sealed record TaskProgress(DateOnly Day, decimal Percent, DateOnly? CompletedOn, string? Said, string? Reason);
