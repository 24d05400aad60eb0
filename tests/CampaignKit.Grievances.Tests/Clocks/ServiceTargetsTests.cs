using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class ServiceTargetsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 26, 9, 0);

    private static readonly ServiceTargets Targets = ServiceTargets.Parse(
        """
        {
          "targets": "hotline", "version": 1,
          "calendars": { "office": { "zone": "UTC", "week": "mon-fri 09:00-12:00 13:00-17:00", "holidays": ["2026-01-27"] } },
          "clocks": {
            "answer":     { "stops": ["answered"], "reopened": "stays stopped" },
            "resolution": { "reopened": "restarts" },
            "handling":   { "reopened": "continues" }
          },
          "within": [
            { "clock": "answer", "priority": "emergency", "time": "PT2H" },
            { "clock": "answer", "time": "P1D" },
            { "clock": "resolution", "category": "heating", "time": "PT7H", "calendar": "office" },
            { "clock": "resolution", "category": "road", "time": "PT14H", "calendar": "office" },
            { "clock": "handling", "time": "P2D" }
          ],
          "escalations": [
            { "clock": "resolution", "percent": 100, "level": 1 },
            { "clock": "resolution", "percent": 200, "level": 2 },
            { "clock": "answer", "percent": 50, "level": 1 }
          ]
        }
        """);

    [Fact]
    public void Read_WaitingForTheCitizen_StandsStill()
    {
        var timeline = Timeline(Receive(), At(1, "assign"), At(2, "wait"), At(26, "resume"));

        var clock = Read(timeline, "answer", 27);

        Assert.Equal(Duration.FromHours(3), clock.Elapsed);
        Assert.Equal(Monday + Duration.FromHours(48), clock.Deadline);
        Assert.Null(Read(timeline, "answer", 20).Deadline);
        Assert.False(Read(timeline, "answer", 20).IsBreached);
        Assert.Equal(Duration.FromHours(2), Read(timeline, "answer", 20).Elapsed);
    }

    [Fact]
    public void Read_TargetChangedAfterAPause_KeepsThePause()
    {
        var timeline = Timeline(Receive(), At(0, "assign"), At(1, "wait"), At(5, "resume"), At(6, "classify") with { Priority = "emergency" });

        Assert.Equal(Monday + Duration.FromHours(28), Read(timeline, "answer", 5.5).Deadline);
        Assert.Equal(Monday + Duration.FromHours(6), Read(timeline, "answer", 6).Deadline);
        Assert.Equal(Duration.FromHours(2), Read(timeline, "answer", 6).Elapsed);
    }

    [Fact]
    public void Read_ReopenedCase_RestartsOrContinuesAsDefined()
    {
        var timeline = Timeline(Receive(), At(1, "assign"), At(2, "resolve"), At(3, "close"), At(12, "reopen"), At(13, "assign"), At(15, "resolve"));
        var read = Targets.Read(timeline, Monday + Duration.FromHours(100));

        Assert.Equal(
            [("answer", 1, 2.0), ("resolution", 1, 2.0), ("resolution", 2, 0.0), ("handling", 1, 5.0)],
            read.Select(c => (c.Name, c.Round, c.Elapsed.TotalHours)));
        Assert.Equal(
            ["counted, received", "counted, assigned", "stopped, resolved", "stopped, closed", "counted, received", "counted, assigned"],
            read[3].Explain().Select(s => s.ToString().Split(": ")[1]));
        Assert.Equal(Monday + Duration.FromHours(15), read[2].StoppedAt);
    }

    [Fact]
    public void EscalationsDue_AfterTheAnswer_AreNoneOfTheClockThatStopped()
    {
        var late = Monday + Duration.FromDays(30);
        var waits = Timeline(Receive() with { Category = "noise" }, At(1, "assign"));
        var answered = Timeline(Receive() with { Category = "noise" }, At(1, "assign"), At(2, "answer"));
        var resolved = Timeline(Receive(), At(1, "assign"), At(2, "resolve"));

        Assert.Equal("answer at 50 % since 2026-01-26T21:00:00Z", Assert.Single(Targets.EscalationsDue(waits, 0, late)).ToString());
        Assert.Empty(Targets.EscalationsDue(answered, 0, late));
        Assert.Empty(Targets.EscalationsDue(resolved, 0, late));
    }

    [Fact]
    public void EscalationsDue_ByTimeAlone_NamesLevelAndInstant()
    {
        var timeline = Timeline(Receive());

        Assert.Empty(Targets.EscalationsDue(timeline, 0, Monday + Duration.FromHours(8) - Duration.Epsilon));
        var due = Assert.Single(Targets.EscalationsDue(timeline, 0, Monday + Duration.FromHours(8)));
        Assert.Equal((1, "resolution at 100 % since 2026-01-26T17:00:00Z", "escalation/resolution/1/1"), (due.Level, due.ToString(), due.Key));
        Assert.Equal([2], Targets.EscalationsDue(timeline, 1, Monday + Duration.FromDays(30)).Select(d => d.Level));
    }

    [Fact]
    public void Explain_SplitDay_LeavesTheLunchBreakOut()
    {
        var clock = Read(Timeline(Receive(), At(2, "assign")), "resolution", 5);

        Assert.Equal(
            [
                "2026-01-26T09:00:00Z to 2026-01-26T11:00:00Z: counted, received",
                "2026-01-26T11:00:00Z to 2026-01-26T12:00:00Z: counted, assigned",
                "2026-01-26T12:00:00Z to 2026-01-26T13:00:00Z: outside the hours, assigned",
                "2026-01-26T13:00:00Z to 2026-01-26T14:00:00Z: counted, assigned",
            ],
            clock.Explain().Select(s => s.ToString()));
        Assert.Equal("resolution 1: 4 h of 7 h office, running", clock.ToString());
    }

    [Fact]
    public void Read_HolidayBetween_DoesNotCount()
    {
        var timeline = Timeline(At(0, "receive") with { Category = "road" });

        Assert.Equal(Instant.FromUtc(2026, 1, 28, 17, 0), Read(timeline, "resolution", 1).Deadline);
    }

    [Fact]
    public void Read_AfterResolving_DoesNotRunOn()
    {
        var timeline = Timeline(Receive(), At(1, "assign"), At(2, "resolve"));

        var clock = Read(timeline, "resolution", 24 * 365);

        Assert.Equal(Duration.FromHours(2), clock.Elapsed);
        Assert.Equal(Monday + Duration.FromHours(2), clock.StoppedAt);
        Assert.False(clock.IsBreached);
        Assert.Equal(Monday + Duration.FromHours(2), clock.Explain()[^1].To);
    }

    [Fact]
    public void IsBreached_CaseToWhichNothingHappens_ByTimeAlone()
    {
        var timeline = Timeline(Receive());

        Assert.False(Read(timeline, "answer", 24).IsBreached);
        Assert.True(Targets.Read(timeline, Monday + Duration.FromHours(24) + Duration.Epsilon)[0].IsBreached);
    }

    [Fact]
    public void IsBreached_AnsweredInTheEveningAfterTimeRanOut_IsBreached()
    {
        var evening = Read(Timeline(Receive(), At(1, "assign"), At(11, "resolve")), "resolution", 12);

        Assert.Equal((Duration.FromHours(7), true), (evening.Elapsed, evening.IsBreached));
        Assert.False(Read(Timeline(Receive(), At(1, "assign"), At(8, "resolve")), "resolution", 12).IsBreached);
    }

    [Fact]
    public void Read_DuplicateAfterItsOriginalClosed_IsNotOverdue()
    {
        var original = Timeline(Receive(), At(1, "assign"), At(5, "resolve"));
        var duplicate = Timeline("copy", At(2, "receive") with { Category = "heating" }, At(3, "merge") with { Original = "c-1" });

        var clock = Read(duplicate.Following(original), "resolution", 24 * 365);

        Assert.Equal(Monday + Duration.FromHours(5), clock.StoppedAt);
        Assert.False(clock.IsBreached);
        Assert.Equal("c-1", duplicate.Original);
        Assert.Throws<ArgumentException>(() => original.Following(duplicate));
    }

    [Fact]
    public void Read_DuplicateMergedWhenItsOriginalIsResolved_StopsThen()
    {
        var original = Timeline(Receive(), At(1, "assign"), At(5, "resolve"));
        var duplicate = Timeline("copy", At(2, "receive") with { Category = "heating" }, At(5, "merge") with { Original = "c-1" });

        Assert.Equal(["received", "resolved"], duplicate.Following(original).Phases.Select(p => p.State));
        Assert.Equal(Monday + Duration.FromHours(5), Read(duplicate.Following(original), "resolution", 9).StoppedAt);
    }

    [Fact]
    public void Read_DuplicateOfACaseThatWaits_PausesWithIt()
    {
        var original = Timeline(Receive(), At(1, "assign"), At(2, "wait"), At(10, "resume"));
        var duplicate = Timeline("copy", At(2, "receive") with { Category = "heating" }, At(4, "merge") with { Original = "c-1" });

        var clock = Read(duplicate.Following(original), "answer", 11);

        Assert.Equal(Duration.FromHours(3), clock.Elapsed);
        Assert.Equal(["counted, received", "paused, waiting", "counted, assigned"], clock.Explain().Select(s => s.ToString().Split(": ")[1]));
    }

    [Fact]
    public void Read_NoTargetForTheCase_NeverBreaches()
    {
        var clock = Read(Timeline(At(0, "receive") with { Category = "noise" }), "resolution", 24 * 365);

        Assert.Equal((null, null, false), (clock.Target, clock.Deadline, clock.IsBreached));
        Assert.Equal("resolution 1: 8760 h, no target, running", clock.ToString());
    }

    [Theory]
    [InlineData("noise", "resolution 1: 3 h, no target, stopped")]
    [InlineData("heating", "resolution 1: 3 h of 7 h office, met")]
    public void ToString_ClockThatStopped_IsMetOnlyIfItHadATarget(string category, string text)
    {
        var timeline = Timeline(At(0, "receive") with { Category = category }, At(0, "assign"), At(3, "resolve"));

        Assert.Equal(text, Read(timeline, "resolution", 5).ToString());
    }

    [Fact]
    public void Read_BeforeTheCaseBegan_IsNothing() => Assert.Empty(Targets.Read(Timeline(Receive()), Monday - Duration.Epsilon));

    [Property(Arbitrary = [typeof(CaseLifeTests)], MaxTest = 500)]
    public void Explain_AnyLife_TilesTheTimeAndAddsUpToElapsed(CaseCommand[] commands, FsCheck.NonNegativeInt hours)
    {
        var grievance = GrievanceCase.New("c-1");
        var events = new List<CaseEvent>();
        foreach (var command in commands.OrderBy(c => c.At))
        {
            if (CaseLife.Hotline.Decide(grievance, command) is CaseAccepted accepted)
            {
                events.AddRange(accepted.Events);
                grievance = accepted.Events.Aggregate(grievance, (c, e) => c.Evolve(e));
            }
        }

        if (events.Count == 0)
            return;
        var asOf = grievance.OpenedAt!.Value + Duration.FromHours(hours.Get * 5);
        Assert.All(Targets.Read(CaseTimeline.Of(events), asOf), clock =>
        {
            var stretches = clock.Explain();
            var end = clock.StoppedAt ?? asOf;
            Assert.Equal(clock.Elapsed, stretches.Aggregate(Duration.Zero, (sum, s) => sum + s.Counted));
            Assert.Equal((clock.StartedAt, end), stretches.Count == 0 ? (end, end) : (stretches[0].From, stretches[^1].To));
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(clock.Target is null || clock.Deadline is null || clock.IsBreached == (end > clock.Deadline) && (clock.Elapsed < clock.Target.Within) == (end < clock.Deadline));
        });
    }

    [Fact]
    public void Parse_BrokenTargets_ListsEveryFlaw()
    {
        const string json =
            """
            {
              "targets": "", "version": 0,
              "calendars": { "office": { "zone": "Mars", "week": "someday", "holidays": ["1 May"], "working": { "2026-13-01": "09:00-17:00", "2026-01-01": "9-5" } } },
              "clocks": { "answer": { "reopened": "sleeps" } },
              "within": [
                { "clock": "reply", "time": "P1M" },
                { "clock": "answer", "time": "P5D", "calendar": "office" },
                { "clock": "answer", "time": "PT1H", "calendar": "shop" }
              ],
              "escalations": [ { "clock": "answer", "percent": 0, "level": 0 } ]
            }
            """;

        Assert.False(ServiceTargets.TryParse(json, out _, out var flaws));

        Assert.Equal(
            [
                "calendars.office.zone", "calendars.office.week", "calendars.office.holidays[0]", "calendars.office.working.2026-13-01",
                "calendars.office.working.2026-01-01", "clocks.answer.reopened", "targets", "version", "within[0].time", "within[0].clock",
                "within[1].time", "within[2].calendar", "escalations[0].percent", "escalations[0].level",
            ],
            flaws.Select(f => f.Path));
    }

    private static CaseCommand Receive() => At(0, "receive") with { Category = "heating" };

    private static CaseCommand At(double hours, string action) => new(action, Monday + Duration.FromHours(hours)) { Unit = "water", Reason = "because" };

    private static CaseTimeline Timeline(params CaseCommand[] commands) => Timeline("c-1", commands);

    private static CaseTimeline Timeline(string id, params CaseCommand[] commands)
    {
        var others = new CaseSurroundings { Original = GrievanceCase.New("c-1").Evolve(new CaseStepTaken(Receive(), CaseLife.Start, "received", true, "hotline v1")) };
        var events = new List<CaseEvent>();
        var grievance = GrievanceCase.New(id);
        foreach (var command in commands)
        {
            var accepted = Assert.IsType<CaseAccepted>(CaseLife.Hotline.Decide(grievance, command, command.Action == "merge" ? others : CaseSurroundings.None));
            events.AddRange(accepted.Events);
            grievance = accepted.Events.Aggregate(grievance, (c, e) => c.Evolve(e));
        }

        return CaseTimeline.Of(events);
    }

    private static CaseClock Read(CaseTimeline timeline, string clock, double hours) =>
        Targets.Read(timeline, Monday + Duration.FromHours(hours)).Single(c => c.Name == clock);
}
