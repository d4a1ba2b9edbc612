using CsCheck;
using LongAnGis.Core.ChangeSets;

namespace LongAnGis.UnitTests.ChangeSets;

public sealed class TheWayOfAChangeSet
{
    static readonly Standing Author = new(IsAuthor: true, IsMember: false, MayEdit: true, MayReview: true, MayPublish: true);
    static readonly Standing Member = Author with { IsAuthor = false, IsMember = true };
    static readonly Standing Reviewer = new(IsAuthor: false, IsMember: false, MayEdit: false, MayReview: true, MayPublish: true);

    static readonly Gen<Standing> AnyStanding = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool,
        (author, member, edit, review, publish) => new Standing(author, member, edit, review, publish));

    static readonly Gen<Workflow> AnyWorkflow = Gen.Select(
        Gen.Bool, Gen.Bool, (consultation, appraisal) => new Workflow(new(consultation, appraisal)));

    static readonly Gen<(ChangeSetStep Step, Standing Who)[]> AnyAttempts =
        Gen.Select(Gen.Enum<ChangeSetStep>(), AnyStanding).Array[0, 30];

    [Fact]
    public void Leads_from_a_draft_to_the_plan()
    {
        var way = new Workflow(new());

        Assert.Equal(ChangeSetState.Submitted, way.After(ChangeSetState.Draft, ChangeSetStep.Submit));
        Assert.Equal(ChangeSetState.Approved, way.After(ChangeSetState.Submitted, ChangeSetStep.Approve));
        Assert.Equal(ChangeSetState.Published, way.After(ChangeSetState.Approved, ChangeSetStep.Publish));
    }

    [Fact]
    public void Leads_through_consultation_and_appraisal_where_a_province_asks_for_them()
    {
        var way = new Workflow(new(Consultation: true, Appraisal: true));

        Assert.Null(way.After(ChangeSetState.Draft, ChangeSetStep.Submit));
        Assert.Equal(ChangeSetState.Submitted, way.After(ChangeSetState.Draft, ChangeSetStep.Submit, isSimplified: true));
        Assert.Equal(ChangeSetState.Consultation, way.After(ChangeSetState.Draft, ChangeSetStep.Consult));
        Assert.Null(way.After(ChangeSetState.Submitted, ChangeSetStep.Approve));
        Assert.Equal(ChangeSetState.Appraised, way.After(ChangeSetState.Submitted, ChangeSetStep.Appraise));
    }

    [Fact]
    public void Can_be_left_from_a_state_that_was_switched_off_since()
    {
        var way = new Workflow(new());

        Assert.Null(way.After(ChangeSetState.Draft, ChangeSetStep.Consult));
        Assert.Equal(ChangeSetState.Submitted, way.After(ChangeSetState.Consultation, ChangeSetStep.Submit));
        Assert.Equal(ChangeSetState.Approved, way.After(ChangeSetState.Appraised, ChangeSetStep.Approve));
    }

    [Theory]
    [InlineData(ChangeSetStep.Return)]
    [InlineData(ChangeSetStep.Approve)]
    public void Refuses_a_judgement_on_own_work_whatever_roles_one_has(ChangeSetStep step)
    {
        var way = new Workflow(new());

        Assert.Equal(StepVerdict.OwnWork, way.Judge(ChangeSetState.Submitted, step, Author));
        Assert.Equal(StepVerdict.OwnWork, way.Judge(ChangeSetState.Submitted, step, Member));
        Assert.Equal(StepVerdict.Allowed, way.Judge(ChangeSetState.Submitted, step, Reviewer));
    }

    [Fact]
    public void Lets_only_the_author_give_it_up_and_take_it_up_again()
    {
        var way = new Workflow(new());

        Assert.Equal(StepVerdict.NotTheirs, way.Judge(ChangeSetState.Draft, ChangeSetStep.Withdraw, Member));
        Assert.Equal(StepVerdict.NotTheirs, way.Judge(ChangeSetState.Withdrawn, ChangeSetStep.Reopen, Reviewer));
        Assert.Equal([ChangeSetStep.Reopen], way.Open(ChangeSetState.Withdrawn, Author));
    }

    [Fact]
    public void Ends_at_the_plan()
    {
        foreach (var step in Enum.GetValues<ChangeSetStep>())
            Assert.Null(new Workflow(new(true, true)).After(ChangeSetState.Published, step));
    }

    // Whatever anybody tries in whatever order: what reaches the plan was submitted by a maker, and after that approved and
    // published by people who did not make it.
    [Fact]
    public void Reaches_the_plan_only_submitted_and_approved_by_somebody_else() =>
        Gen.Select(AnyWorkflow, AnyAttempts, Gen.Bool).Sample((way, attempts, isSimplified) =>
        {
            var state = ChangeSetState.Draft;
            var (wasSubmitted, wasApproved) = (false, false);
            foreach (var (step, who) in attempts)
            {
                if (way.Judge(state, step, who, isSimplified) != StepVerdict.Allowed)
                    continue;

                state = way.After(state, step, isSimplified)!.Value;
                wasSubmitted = step switch { ChangeSetStep.Submit => true, ChangeSetStep.Return or ChangeSetStep.Reopen => false, _ => wasSubmitted };
                wasApproved = step switch
                {
                    ChangeSetStep.Approve => wasSubmitted && !who.IsMaker && who.MayReview,
                    ChangeSetStep.Submit or ChangeSetStep.Return or ChangeSetStep.Reopen => false,
                    _ => wasApproved,
                };
                if (step == ChangeSetStep.Publish && !(wasSubmitted && wasApproved && !who.IsMaker && who.MayPublish))
                    return false;
            }

            return true;
        });

    // No state is skipped: each allowed step moves along one edge of the drawn way.
    [Fact]
    public void Skips_no_state() =>
        Gen.Select(AnyWorkflow, Gen.Enum<ChangeSetState>(), Gen.Enum<ChangeSetStep>(), Gen.Bool)
            .Sample((way, state, step, isSimplified) => way.After(state, step, isSimplified) switch
            {
                ChangeSetState.Published => state == ChangeSetState.Approved,
                ChangeSetState.Approved => state is ChangeSetState.Submitted or ChangeSetState.Appraised
                    && !(way.Options.Appraisal && state == ChangeSetState.Submitted),
                ChangeSetState.Appraised => state == ChangeSetState.Submitted && way.Options.Appraisal,
                ChangeSetState.Submitted => state is ChangeSetState.Draft or ChangeSetState.Consultation or ChangeSetState.Returned,
                ChangeSetState.Consultation => way.Options.Consultation && state.IsEditable(),
                _ => true,
            });

    [Fact]
    public void Is_named_in_both_languages_and_read_back_from_its_code()
    {
        foreach (var state in ChangeSetStates.All)
        {
            Assert.Equal(state, ChangeSetStates.Find(state.Code()));
            Assert.False(state.Name().LacksEnglish);
        }

        foreach (var step in Enum.GetValues<ChangeSetStep>())
            Assert.Equal(step, ChangeSetSteps.Find(step.Code()));
        Assert.Null(ChangeSetStates.Find("forged"));
    }
}
