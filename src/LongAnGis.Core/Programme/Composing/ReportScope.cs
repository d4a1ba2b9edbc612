using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.Core.Programme.Composing;

/// <summary>
/// Whom a composed report is about, written <c>province</c>, <c>agency:S-XD</c>, <c>district:803</c>: an agency has what it
/// reports on, a district what names it, what its committee leads and what is given to all districts alike.
/// </summary>
/// <param name="Agency">Code of an agency as it is today; null for others.</param>
/// <param name="District">Code of a district; null for others.</param>
public sealed record ReportScope(string? Agency = null, string? District = null)
{
    const string AgencyPrefix = "agency:", DistrictPrefix = "district:";

    public static ReportScope Province { get; } = new();

    public bool IsProvince => this == Province;

    /// <summary>Null for what the programme does not have, and for an agency whose duties another carries on.</summary>
    public static ReportScope? Find(string? code, ActionProgramme programme) => Read(code) switch
    {
        { Agency: { } agency } when programme.Today(agency)?.Code != agency => null,
        { District: { } district } when programme.District(district) is null => null,
        var scope => scope,
    };

    /// <summary>What a report that was kept says it is about.</summary>
    /// <exception cref="FormatException">The text is no scope.</exception>
    public static ReportScope Parse(string code) => Read(code) ?? throw new FormatException($"There is no scope “{code}”.");

    static ReportScope? Read(string? code) =>
        code == "province" ? Province
        : After(AgencyPrefix, code) is { } agency ? new(Agency: agency)
        : After(DistrictPrefix, code) is { } district ? new(District: district)
        : null;

    static string? After(string prefix, string? code) =>
        code?.StartsWith(prefix, StringComparison.Ordinal) is true && code.Length > prefix.Length ? code[prefix.Length..] : null;

    public Bilingual Name(ActionProgramme programme) =>
        Agency is { } agency ? programme.Agency(agency)?.Name ?? new(agency)
        : District is { } district ? programme.District(district)?.Name ?? new(district)
        : new("toàn tỉnh", "the whole province");

    public bool Has(ActionProgramme programme, ProgrammeTask task) =>
        Agency is { } agency ? ReportingUnits.Of(programme, task).Contains(agency)
        : District is not { } district || programme.IsIn(task, district) || ActionProgramme.IsInEveryDistrict(task);

    /// <summary>Whether somebody who answers for a unit answers for this.</summary>
    public bool IsOf(Agency? unit) => unit is not null && ((Agency is not null && Agency == unit.Code) || (District is not null && District == unit.District));

    public override string ToString() =>
        Agency is not null ? AgencyPrefix + Agency : District is not null ? DistrictPrefix + District : "province";
}
