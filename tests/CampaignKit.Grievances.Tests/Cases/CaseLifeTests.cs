using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class CaseLifeTests
{
    private static readonly Instant Noon = Instant.FromUtc(2021, 3, 29, 12, 0);

    [Fact]
    public void Decide_WholeLife_EndsClosedAndRated()
    {
        var closed = Played(
            new CaseCommand("receive", Noon) { Category = "heating" },
            new CaseCommand("assign", Noon + Duration.FromHours(1)) { Unit = "water" },
            new CaseCommand("transfer", Noon + Duration.FromHours(2)) { Unit = "housing", Reason = "not a pipe" },
            new CaseCommand("answer", Noon + Duration.FromHours(3)),
            new CaseCommand("resolve", Noon + Duration.FromHours(4)),
            new CaseCommand("call back", Noon + Duration.FromDays(1)) { Contacted = true, Resolved = true },
            new CaseCommand("rate", Noon + Duration.FromDays(1)) { Answer = "satisfied" },
            new CaseCommand("close", Noon + Duration.FromDays(2)));

        Assert.Equal("closed", closed.State);
        Assert.False(closed.IsOpen);
        Assert.Equal(
            new CaseRecord(Noon)
            {
                Id = "c-1", Closed = Noon + Duration.FromHours(4), Unit = "housing", Category = "heating", Contacted = true, Resolved = true, Answer = "satisfied",
                Updated = Noon + Duration.FromDays(2), Reopenings = 0,
            },
            closed.ToRecord());
        Assert.Equal([true, false], new[] { true, false }.Select(replied => closed.ToRecord(replied: replied).Replied!.Value));
    }

    [Fact]
    public void Evolve_Reopened_IsOpenAndForgetsTheCallBack()
    {
        var resolved = Played(
            new CaseCommand("receive", Noon) { Category = "heating" },
            new CaseCommand("assign", Noon) { Unit = "water" },
            new CaseCommand("resolve", Noon),
            new CaseCommand("call back", Noon) { Contacted = true, Resolved = false },
            new CaseCommand("rate", Noon) { Answer = "dissatisfied" });

        var reopened = Accept(resolved, new CaseCommand("reopen", Noon + Duration.FromDays(10)) { Reason = "still cold" });

        Assert.True(reopened.IsOpen);
        Assert.Equal("received", reopened.State);
        Assert.Equal(1, reopened.Reopenings);
        Assert.Equal("water", reopened.Unit);
        Assert.Equal((null, null, null, null), (reopened.ClosedAt, reopened.Contacted, reopened.Resolved, reopened.Answer));
        Assert.Equal(
            new CaseRecord(Noon) { Id = "c-1", Unit = "water", Category = "heating", Updated = Noon + Duration.FromDays(10), Reopenings = 1 },
            reopened.ToRecord());
    }

    [Fact]
    public void Decide_NoSuchStep_SaysWhichThereAre()
    {
        var refusal = Refuse(GrievanceCase.New("c-1"), new CaseCommand("close", Noon));

        Assert.Equal("There is no case 'c-1'; it begins by 'receive'.", refusal.Message);
        Assert.Equal("There is no such case; it begins by 'file' or 'import'.", new StepNotAllowed("close", CaseLife.Start, ["file", "import"]).Message);
        Assert.StartsWith(
            "A case that is received has no step 'resume'; there is classify, assign, ",
            Refuse(Played(new CaseCommand("receive", Noon) { Category = "heating" }), new CaseCommand("resume", Noon)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Case_ListsTheIdsOfOthers()
    {
        var printed = GrievanceCase.New("c-1").Evolve(new DuplicateAdded("c-2", Noon)).Evolve(new DuplicateAdded("c-3", Noon)).ToString();

        Assert.Contains("Repeats = [], ", printed, StringComparison.Ordinal);
        Assert.Contains("Duplicates = [c-2, c-3], ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_MissingDetails_NamesAll()
    {
        var assigned = Played(new CaseCommand("receive", Noon) { Category = "heating" }, new CaseCommand("assign", Noon) { Unit = "water" });

        var refusal = Assert.IsType<DetailMissing>(Refuse(assigned, new CaseCommand("transfer", Noon) { Reason = " " }));

        Assert.Equal([CaseDetail.Unit, CaseDetail.Reason], refusal.Details);
        Assert.Equal("The step 'transfer' needs unit and reason.", refusal.Message);
    }

    [Fact]
    public void Decide_BeforeTheLastStep_IsRefused()
    {
        var received = Played(new CaseCommand("receive", Noon) { Category = "heating" });

        var refusal = Assert.IsType<StepOutOfOrder>(Refuse(received, new CaseCommand("assign", Noon - Duration.FromSeconds(1)) { Unit = "water" }));

        Assert.Equal(Noon, refusal.Last);
        Assert.Equal("The step 'assign' at 2021-03-29T11:59:59Z lies before the last step of the case at 2021-03-29T12:00:00Z.", refusal.Message);
    }

    [Fact]
    public void Decide_ReopeningTooLate_NamesTheLastInstant()
    {
        var rejected = Played(new CaseCommand("receive", Noon) { Category = "heating" }, new CaseCommand("reject", Noon) { Reason = "no such house" });

        var refusal = Refuse(rejected, new CaseCommand("reopen", Noon + Duration.FromDays(10) + Duration.Epsilon) { Reason = "there is" });

        Assert.Equal("The step 'reopen' could be taken until 2021-04-08T12:00:00Z.", refusal.Message);
    }

    [Fact]
    public void ToRecord_NothingHappened_IsRefused() => Assert.Throws<InvalidOperationException>(() => GrievanceCase.New("c-1").ToRecord());

    [Fact]
    public void Parse_BrokenLife_ListsEveryFlaw()
    {
        const string json =
            """
            {
              "life": "", "version": 0, "colour": "red",
              "open": ["received", "received", "(start)"], "settled": ["done"],
              "steps": [
                { "action": "finish", "from": ["receivd"], "to": "done", "needs": ["name"], "within": "P1M" },
                { "action": "finish", "from": ["received", "received"], "to": "gone" }
              ]
            }
            """;

        var error = Assert.Throws<DefinitionException>(() => CaseLife.Parse(json));

        Assert.Equal(
            [
                "colour: \"red\": is not known here; there is life, version, open, settled, pausing, levels, repeats, steps",
                "open[1]: \"received\": is a state already",
                "open[2]: \"(start)\": is the name of the state before the first step",
                "life: \"\": must be a text that is not empty",
                "version: 0: must be a whole number from 1 on",
                "steps[0].needs[0]: \"name\": must be 'unit' or 'category' or 'reason' or 'answer' or 'contacted' or 'resolved' or 'priority' or 'level' or 'original' or 'complainant' or 'subject'",
                "steps[0].within: \"P1M\": must be a duration of days or less, such as P10D or PT36H",
                "steps[0].from[0]: \"receivd\": must be a state: received, done",
                "steps[1].to: \"gone\": must be a state: received, done",
            ],
            error.Flaws.Take(9).Select(f => f.ToString()));
        Assert.EndsWith("there is a step 'finish' from 'received' already", error.Flaws[9].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("must have a step without 'from', to begin a case", error.Flaws[10].ToString(), StringComparison.Ordinal);
        Assert.Equal(11, error.Flaws.Count);
    }

    [Fact]
    public void Decide_Escalation_RaisesTheLevelAndStaysInTheState()
    {
        var received = Played(new CaseCommand("receive", Noon) { Category = "heating" });
        var escalation = new CaseCommand("escalate", Noon + Duration.FromHours(1)) { Reason = "no heating for a child" };

        var once = Accept(received, escalation);
        Assert.Equal((1, "received", Noon), (once.Level, once.State, once.InStateSince));
        Assert.Equal(3, Accept(once, escalation with { Level = 3 }).Level);
        Assert.Equal("The case is at the highest level, 3.", Refuse(Accept(once, escalation with { Level = 3 }), escalation).Message);
        Assert.Equal("A case of level 1 can be escalated to a level from 2 to 3, not to 1.", Refuse(once, escalation with { Level = 1 }).Message);
        Assert.Equal("A case of level 1 can be escalated to a level from 2 to 3, not to 4.", Refuse(once, escalation with { Level = 4 }).Message);
    }

    [Fact]
    public void Decide_Merge_NeedsAnOriginalThatHasBegun()
    {
        var received = Played(new CaseCommand("receive", Noon) { Category = "heating" });
        var later = GrievanceCase.New("c-2").Evolve(new CaseStepTaken(new CaseCommand("receive", Noon + Duration.FromHours(2)), CaseLife.Start, "received", true, "hotline v1"));
        var merge = new CaseCommand("merge", Noon + Duration.FromHours(1)) { Original = "c-2" };

        Assert.IsType<DetailMissing>(Refuse(received, merge with { Original = null }));
        Assert.IsType<OriginalUnfit>(Refuse(received, merge));
        Assert.IsType<StepOutOfOrder>(Assert.IsType<CaseRefused>(CaseLife.Hotline.Decide(received, merge, new CaseSurroundings { Original = later })).Why);
        var merged = Assert.IsType<CaseAccepted>(CaseLife.Hotline.Decide(
            received, merge with { At = Noon + Duration.FromHours(2) }, new CaseSurroundings { Original = later })).Events.Aggregate(received, (c, e) => c.Evolve(e));
        Assert.Equal(("merged", "c-2", false), (merged.State, merged.MergedInto, merged.IsOpen));
        Assert.True(merged.Following(later).IsOpen);
        Assert.Equal((false, true), (received.ToRecord().Duplicate, merged.Following(later).ToRecord().Duplicate));
        Assert.Equal((null, Noon), (received.ToRecord().Due, received.ToRecord(Noon).Due));
        Assert.Throws<ArgumentException>(() => CaseLife.Hotline.Decide(received, merge, new CaseSurroundings { Original = merged }));
        Assert.Throws<ArgumentException>(() => merged.Following(received));
    }

    [Fact]
    public void Decide_WaitingForTheCitizen_PausesAndResumes()
    {
        var assigned = Played(new CaseCommand("receive", Noon) { Category = "heating" }, new CaseCommand("assign", Noon) { Unit = "water" });
        var wait = Assert.IsType<CaseAccepted>(CaseLife.Hotline.Decide(assigned, new CaseCommand("wait", Noon) { Reason = "photo asked for" }));

        Assert.True(Assert.IsType<CaseStepTaken>(wait.Events.Single()) is { IsPausing: true, IsOpen: true, Life: "hotline v1" });
        Assert.Equal("assigned", Accept(assigned.Evolve(wait.Events.Single()), new CaseCommand("resume", Noon)).State);
    }

    [Fact]
    public void Parse_StepsThatDoTheImpossible_AreRefused()
    {
        const string json =
            """
            {
              "life": "l", "version": 1, "open": ["a"], "settled": ["z"], "pausing": ["z"], "repeats": { "by": [], "within": "P1D" },
              "steps": [
                { "action": "begin", "to": "a", "does": "merge" },
                { "action": "merge", "from": ["a"], "does": "merge" },
                { "action": "up", "from": ["a"], "does": "escalate" },
                { "action": "begin2" }
              ]
            }
            """;

        Assert.False(CaseLife.TryParse(json, out _, out var flaws));

        Assert.Equal(
            ["pausing[0]: \"z\": must be an open state: a", "steps[0].does: \"merge\": is for steps with 'from', for a case that has begun",
             "steps[1].does: \"merge\": needs a settled state in 'to', for a merged case has no life of its own",
             "steps[2].does: \"escalate\": needs 'levels', the highest level of escalation", "steps[3].to: nothing: must be a text that is not empty",
             "repeats.by: []: must list complainant, subject or both"],
            flaws.Select(f => f.ToString()));
    }

    [Property(Arbitrary = [typeof(CaseLifeTests)], MaxTest = 500)]
    public void Decide_AnyCommands_FollowTheDefinition(CaseCommand[] commands)
    {
        var grievance = GrievanceCase.New("c-1");
        var events = new List<CaseStepTaken>();
        foreach (var command in commands.OrderBy(c => c.At))
        {
            var decision = CaseLife.Hotline.Decide(grievance, command);
            if (decision is not CaseAccepted accepted)
            {
                Assert.NotEmpty(Assert.IsType<CaseRefused>(decision).Why.Message);
                continue;
            }

            var happened = Assert.IsType<CaseStepTaken>(Assert.Single(accepted.Events));
            Assert.Equal(grievance.State, happened.From);
            Assert.Contains(CaseLife.Hotline.Transitions, t => (t.From, t.Action, t.To) == (happened.From, command.Action, happened.To));
            events.Add(happened);
            grievance = grievance.Evolve(happened);
            Assert.Equal(grievance.IsOpen, grievance.ClosedAt is null);
        }

        Assert.Equal(grievance, events.Aggregate(GrievanceCase.New("c-1"), (c, e) => c.Evolve(e)));
        Assert.Equal(events.Count(e => e.Command.Action == "reopen"), grievance.Reopenings);
    }

    public static Arbitrary<CaseCommand> Commands() => Arb.From(
        from action in Gen.Elements(CaseLife.Hotline.Transitions.Select(t => t.Action).Distinct().ToArray())
        from hours in Gen.Choose(0, 500)
        from said in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new CaseCommand(action, Noon + Duration.FromHours(hours))
        {
            Unit = said && action is "assign" or "transfer" ? "water" : null,
            Category = said ? "heating" : null,
            Reason = said ? "because" : null,
            Answer = said && action is "rate" ? "satisfied" : null,
            Contacted = said ? true : null,
            Resolved = said ? true : null,
        });

    private static GrievanceCase Played(params CaseCommand[] commands) => commands.Aggregate(GrievanceCase.New("c-1"), Accept);

    private static GrievanceCase Accept(GrievanceCase grievance, CaseCommand command) =>
        Assert.IsType<CaseAccepted>(CaseLife.Hotline.Decide(grievance, command)).Events.Aggregate(grievance, (c, e) => c.Evolve(e));

    private static CaseRefusal Refuse(GrievanceCase grievance, CaseCommand command) =>
        Assert.IsType<CaseRefused>(CaseLife.Hotline.Decide(grievance, command)).Why;
}
