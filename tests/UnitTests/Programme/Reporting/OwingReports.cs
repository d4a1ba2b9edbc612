using CsCheck;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.UnitTests.Programme.Reporting;

/// <summary>Who reports on which task, and what several units make of one percentage.</summary>
public class OwingReports
{
    static readonly Agency[] Agencies =
    [
        new("S-OLD", "department", new Bilingual("Sở cũ"), null, "S-NEW", null),
        new("S-NEW", "department", new Bilingual("Sở mới"), null, null, null),
        new("UBND-1", "district-committee", new Bilingual("UBND huyện 1"), null, null, "801"),
        new("UBND-2", "district-committee", new Bilingual("UBND huyện 2"), null, null, "802"),
    ];

    static readonly ReportingPeriod May = ReportingPeriod.Parse("2026-M05");

    static TaskParty Lead(string? agency, string? kind = null) => new(PartyRole.Lead, agency, kind, null, false);

    static ActionProgramme Programme(params TaskState[] states) => new(new(2026, 5, 20), 1, [], Agencies, [], states);

    static TaskState State(ProgrammeTask task, TaskProgress? progress = null) => TaskState.Of(task, progress, new(2026, 5, 20));

    static IEnumerable<string> Due(ActionProgramme programme) =>
        ReportingUnits.Due(programme, ReportingCalendar.Usual, May).Select(one => $"{one.State.Task.Code}: {string.Join(' ', one.Units.Order())}");

    [Fact]
    public void A_successor_reports_for_who_has_ended_and_helpers_do_not()
    {
        var task = Tasks.New("NV-1") with { Parties = [Lead("S-OLD"), Lead(null, "district-committee"), new(PartyRole.Cooperating, "S-NEW", null, null, false)] };

        Assert.Equal(["NV-1: S-NEW UBND-1 UBND-2"], Due(Programme(State(task))));
    }

    [Fact]
    public void An_account_reports_for_its_agency_or_the_committee_of_its_district()
    {
        var programme = Programme();

        Assert.Equal("S-NEW", ReportingUnits.Of(programme, "S-OLD", null)?.Code);
        Assert.Equal("UBND-2", ReportingUnits.Of(programme, null, "802")?.Code);
        Assert.Null(ReportingUnits.Of(programme, null, "999"));
        Assert.Null(ReportingUnits.Of(programme, null, null));
    }

    [Fact]
    public void Nothing_is_due_on_what_was_called_off_comes_later_or_was_done_before()
    {
        ProgrammeTask Led(string code, DateOnly? start = null) => Tasks.New(code, start) with { Parties = [Lead("S-NEW")] };

        Assert.Equal(["NV-3: S-NEW", "NV-5: S-NEW"], Due(Programme(
            State(Led("NV-1") with { IsStopped = true }),
            State(Led("NV-2", new(2026, 5, 15))),
            State(Led("NV-3", new(2026, 5, 14))),
            State(Led("NV-4"), Tasks.At(100, new(2026, 4, 14), new(2026, 4, 14))),
            State(Led("NV-5"), Tasks.At(100, new(2026, 5, 14), new(2026, 4, 15))))));
    }

    static readonly Gen<UnitProgress> Said = Gen.Select(Gen.OneOf(Gen.Const(100), Gen.Int[0, 99]), Gen.Int[0, 300],
        (percent, day) => new UnitProgress(percent, percent == 100 ? new DateOnly(2026, 1, 1).AddDays(day) : null));

    [Fact]
    public void A_task_is_done_when_all_who_lead_it_are_and_never_before() => Gen.Select(Said.Array[1, 12], Gen.Int[0, 4]).Sample((said, missing) =>
    {
        var whole = SharedProgress.Of(said, said.Length + missing);

        Assert.Equal(missing == 0 && said.All(one => one.Percent == 100), whole.Percent == 100);
        Assert.Equal(whole.Percent == 100 ? said.Max(one => one.CompletedOn) : null, whole.CompletedOn);
        Assert.InRange(whole.Percent, said.Min(one => one.Percent) - 1, said.Max(one => one.Percent));
        if (said.Length + missing == 1)
            Assert.Equal(said[0], whole);
    });
}
