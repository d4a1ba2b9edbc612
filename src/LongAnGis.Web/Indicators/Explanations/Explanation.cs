using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;

namespace LongAnGis.Web.Indicators.Explanations;

public enum ExplanationState { Waiting, Late, Answered, AnsweredLate }

/// <summary>A question about a figure, as it was asked, and what came of it.</summary>
/// <param name="Target">Code of the target it is about; null when it is about a figure alone.</param>
/// <param name="Value">The figure as the leader saw it.</param>
/// <param name="Agency">Code of the agency that answers; null when an officer was named.</param>
/// <param name="Officer">Id of the officer who answers; null when an agency was named.</param>
/// <param name="Addressee">The name of either.</param>
/// <param name="Deadline">The last day for an answer, in Vietnam.</param>
/// <param name="FirstAnswerOn">The day of the first answer, in Vietnam; null while there is none.</param>
public sealed record Explanation(
    Guid Id,
    string? Target,
    string Indicator,
    Bilingual About,
    string Region,
    Bilingual RegionName,
    Period? Period,
    decimal? Value,
    string Question,
    string? Agency,
    Guid? Officer,
    Bilingual Addressee,
    DateOnly Deadline,
    DateTime AskedAt,
    Guid AskedBy,
    string AskedByName,
    DateOnly? FirstAnswerOn)
{
    public string Path => $"/explanations/{Id}";

    public ExplanationState StateOn(DateOnly today) => FirstAnswerOn switch
    {
        { } day => day <= Deadline ? ExplanationState.Answered : ExplanationState.AnsweredLate,
        null => today <= Deadline ? ExplanationState.Waiting : ExplanationState.Late,
    };

    /// <summary>Whether it was asked of this person: by name, or of the agency that they report for.</summary>
    public bool IsAskedOf(Person person) =>
        person.May(Permission.ExplainFigures) && (Officer == person.Id || (Agency is not null && Agency == person.Agency));

    /// <summary>Leaders read every question; others those that were asked of them.</summary>
    public bool IsVisibleTo(Person person) => person.May(Permission.AskForExplanation) || AskedBy == person.Id || IsAskedOf(person);
}

public sealed record ExplanationAnswer(long Id, string Text, DateTime At, string By);
