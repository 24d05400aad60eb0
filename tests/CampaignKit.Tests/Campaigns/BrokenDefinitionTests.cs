namespace CampaignKit.Tests;

public sealed class BrokenDefinitionTests
{
    private const string IdRule = "an id has 1 to 64 of the characters a-z, 0-9 and -, and does not start with -.";
    private const string OneRuleKind = "must have exactly one of topBy, firstOf, randomOf, numberEndsWith, everyNth, threshold.";
    private const string PeriodRuleText = "must be \"day\", \"week\", \"month\", or a week of one's own such as \"week from saturday\" or \"week from saturday 10:00\".";

    [Theory]
    // The change of one value in the file: path and new value, null to remove it; then the problem: path, value, rule.
    [InlineData("campaign", null, "$.campaign", "", "is required.")]
    [InlineData("campaign", "7", "$.campaign", "7", "must be a text in quotation marks.")]
    [InlineData("campaign", "\"Changning\"", "$.campaign", "\"Changning\"", IdRule)]
    [InlineData("campaign", "\"\"", "$.campaign", "\"\"", IdRule)]
    [InlineData("campaign", "\"-a\"", "$.campaign", "\"-a\"", IdRule)]
    [InlineData("campaign", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "$.campaign", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", IdRule)]
    [InlineData("version", null, "$.version", "", "is required.")]
    [InlineData("version", "0", "$.version", "0", "must be a whole number from 1 to 2,147,483,647.")]
    [InlineData("version", "1.5", "$.version", "1.5", "must be a whole number from 1 to 2,147,483,647.")]
    [InlineData("version", "99999999999999999999", "$.version", "99999999999999999999", "must be a whole number from 1 to 2,147,483,647.")]
    [InlineData("zone", null, "$.zone", "", "is required.")]
    [InlineData("zone", "\"Asia/Changning\"", "$.zone", "\"Asia/Changning\"", "must be the id of an IANA time zone, such as Asia/Shanghai (upper and lower case count).")]
    [InlineData("dayStart", "\"24:00\"", "$.dayStart", "\"24:00\"", "must be a time of day such as 04:00.")]
    [InlineData("dayStart", "4", "$.dayStart", "4", "must be a time of day such as 04:00.")]
    [InlineData("from", null, "$.from", "", "is required.")]
    [InlineData("from", "\"2021-02-29\"", "$.from", "\"2021-02-29\"", "must be a date such as 2021-03-25.")]
    [InlineData("from", "\"0021-03-25\"", "$.from", "\"0021-03-25\"", "must be from \"1900-01-01\" to \"2999-12-31\".")]
    [InlineData("to", null, "$.to", "", "is required.")]
    [InlineData("to", "\"9999-12-31\"", "$.to", "\"9999-12-31\"", "must be from \"1900-01-01\" to \"2999-12-31\".")]
    [InlineData("to", "\"2021-03-24\"", "$.to", "\"2021-03-24\"", "must not be before the first day, \"2021-03-25\".")]
    [InlineData("numberDigits", "10", "$.numberDigits", "10", "must be a whole number from 1 to 9.")]
    [InlineData("teems", "[]", "$.teems", "[]", "is not a property here; did you mean \"teams\"? Known: campaign, version, zone, dayStart, from, to, numberDigits, units, teams, sites, tasks, goals, draws.")]
    [InlineData("units.stitch", "1", "$.units.stitch", "1", "must be an object: { … }.")]
    [InlineData("units.piece.slots", "[]", "$.units.piece.slots", "[]", "must hold at least one slot; leave it out for a unit that is a sum.")]
    [InlineData("units.piece.slots", "\"quiz\"", "$.units.piece.slots", "\"quiz\"", "must be a list: [ … ].")]
    [InlineData("units.piece.slots", "[\"embroidery\", \"quiz\", \"song\", \"dubbing\", \"Song\"]", "$.units.piece.slots[4]", "\"Song\"", IdRule)]
    [InlineData("units.piece.slots", "[\"embroidery\", \"quiz\", \"song\", \"dubbing\", \"quiz\"]", "$.units.piece.slots[4]", "\"quiz\"", "stands there twice.")]
    [InlineData("units.team", "{}", "$.units.team", "\"team\"", "is not free as the id of a unit: in an award it means the participant's team.")]
    [InlineData("units.Point it", "{}", "$.units['Point it']", "\"Point it\"", IdRule)]
    [InlineData("units.o'clock", "{}", "$.units['o\\'clock']", "\"o'clock\"", IdRule)]
    [InlineData("teams.1", "\"airport\"", "$.teams[1]", "\"airport\"", "stands there twice.")]
    [InlineData("teams.1", "\"the_airport\"", "$.teams[1]", "\"the_airport\"", IdRule)]
    [InlineData("teams.1", "null", "$.teams[1]", "null", "must be a text in quotation marks.")]
    [InlineData("sites.4", "\"party-museum\"", "$.sites[4]", "\"party-museum\"", "stands there twice.")]
    [InlineData("sites.4", "\"\"", "$.sites[4]", "\"\"", IdRule)]
    [InlineData("tasks", "[]", "$.tasks", "[]", "must be an object: { … }.")]
    [InlineData("tasks.A", "{ \"every\": \"day\" }", "$.tasks.A", "\"A\"", IdRule)]
    [InlineData("tasks.stitch.every", null, "$.tasks.stitch.every", "", "is required.")]
    [InlineData("tasks.stitch.every", "\"twice\"", "$.tasks.stitch.every", "\"twice\"", Cadence.TextRule)]
    [InlineData("tasks.stitch.every", "\"0 times a day\"", "$.tasks.stitch.every", "\"0 times a day\"", Cadence.TextRule)]
    [InlineData("tasks.stitch.every", "1", "$.tasks.stitch.every", "1", Cadence.TextRule)]
    [InlineData("tasks.message.every", "\"once per team\"", "$.tasks.message.message", "true", "must not be said of a task that is done once per team: a message has one author.")]
    [InlineData("tasks.message.message", "\"yes\"", "$.tasks.message.message", "\"yes\"", "must be true or false.")]
    [InlineData("tasks.museum.at", "\"somewhere\"", "$.tasks.museum.at", "\"somewhere\"", "must be \"any site\" or a list of at least one site.")]
    [InlineData("tasks.museum.at", "[]", "$.tasks.museum.at", "[]", "must be \"any site\" or a list of at least one site.")]
    [InlineData("tasks.museum.at", "[\"libary\"]", "$.tasks.museum.at[0]", "\"libary\"", "is no site of the campaign; did you mean \"library\"? Known: revolution-museum, party-museum, zhongshan-park, cohesion-museum, library.")]
    [InlineData("tasks.museum.at", "[\"library\", \"library\"]", "$.tasks.museum.at[1]", "\"library\"", "stands there twice.")]
    [InlineData("tasks.museum.from", "\"2021-03-24\"", "$.tasks.museum.from", "\"2021-03-24\"", "must be a day of the campaign.")]
    [InlineData("tasks.museum.to", "\"2021-07-02\"", "$.tasks.museum.to", "\"2021-07-02\"", "must be a day of the campaign.")]
    [InlineData("tasks.museum.to", "\"1 July\"", "$.tasks.museum.to", "\"1 July\"", "must be a date such as 2021-03-25.")]
    [InlineData("tasks.quiz.evidence", "{}", "$.tasks.quiz.evidence", "{}", "must have exactly one of quiz, approval.")]
    [InlineData("tasks.quiz.evidence.approval", "\"staff\"", "$.tasks.quiz.evidence", "{\"quiz\":{\"pass\":60},\"approval\":\"staff\"}", "must have exactly one of quiz, approval.")]
    [InlineData("tasks.quiz.evidence.quiz.pass", "101", "$.tasks.quiz.evidence.quiz.pass", "101", "must be a whole number from 0 to 100.")]
    [InlineData("tasks.quiz.evidence.quiz.pass", "-1", "$.tasks.quiz.evidence.quiz.pass", "-1", "must be a whole number from 0 to 100.")]
    [InlineData("tasks.quiz.evidence.quiz.pass", null, "$.tasks.quiz.evidence.quiz.pass", "", "is required.")]
    [InlineData("tasks.song.evidence.approval", "\"police\"", "$.tasks.song.evidence.approval", "\"police\"", "must be \"staff\".")]
    [InlineData("tasks.stitch.award.stitch", "0", "$.tasks.stitch.award.stitch", "0", "must be a whole number from 1 to 1,000,000,000.")]
    [InlineData("tasks.stitch.award.stitch", "\"quiz\"", "$.tasks.stitch.award.stitch", "\"quiz\"", "must be a quantity, such as 1: stitch has no slots.")]
    [InlineData("tasks.stitch.award.sitch", "1", "$.tasks.stitch.award.sitch", "\"sitch\"", "is no unit of the campaign; did you mean \"stitch\"? Known: stitch, piece.")]
    [InlineData("tasks.song.award.team", "1", "$.tasks.song.award.team", "1", "must be an object: { … }.")]
    [InlineData("tasks.song.award.team.piece", "1", "$.tasks.song.award.team.piece", "1", "must be one of the unit's slots: embroidery, quiz, song, dubbing.")]
    [InlineData("tasks.message.award", "{ \"piece\": \"dance\" }", "$.tasks.message.award.piece", "\"dance\"", "is no slot of piece; known: embroidery, quiz, song, dubbing.")]
    [InlineData("goals.Bad", "{ \"sum\": \"stitch\", \"reaches\": 1 }", "$.goals.Bad", "\"Bad\"", IdRule)]
    [InlineData("goals.picture.distinct", "\"pieces\"", "$.goals.picture.distinct", "\"pieces\"", "is no unit of the campaign; did you mean \"piece\"? Known: stitch, piece.")]
    [InlineData("goals.picture.distinct", "\"stitch\"", "$.goals.picture.distinct", "\"stitch\"", "has no slots: write \"sum\" to count it.")]
    [InlineData("goals.picture.distinct", null, "$.goals.picture", "{\"reaches\":24,\"latched\":true}", "must have exactly one of sum, distinct.")]
    [InlineData("goals.hundred-thousand.sum", "\"piece\"", "$.goals.hundred-thousand.sum", "\"piece\"", "has slots: write \"distinct\" to count them.")]
    [InlineData("goals.picture.reaches", null, "$.goals.picture.reaches", "", "is required.")]
    [InlineData("goals.picture.reaches", "0", "$.goals.picture.reaches", "0", "must be a whole number from 1 to 1,000,000,000,000,000.")]
    [InlineData("goals.picture.reaches", "25", "$.goals.picture.reaches", "25", "must be at most 24: tasks award 4 of the slots to each of 6 teams.")]
    [InlineData("tasks.song", null, "$.goals.picture.reaches", "24", "must be at most 18: tasks award 3 of the slots to each of 6 teams.")]
    [InlineData("goals.picture.latched", "1", "$.goals.picture.latched", "1", "must be true or false.")]
    [InlineData("draws.Bad", "{ \"every\": \"day\", \"rules\": [{ \"id\": \"a\", \"numberEndsWith\": [\"1\"] }] }", "$.draws.Bad", "\"Bad\"", IdRule)]
    [InlineData("draws.lucky.every", null, "$.draws.lucky.every", "", "is required.")]
    [InlineData("draws.lucky.every", "\"fortnight\"", "$.draws.lucky.every", "\"fortnight\"", PeriodRuleText)]
    [InlineData("draws.lucky.freezeAfter", "\"2h\"", "$.draws.lucky.freezeAfter", "\"2h\"", "must be an ISO 8601 duration of days, hours, minutes and seconds, such as PT2H.")]
    [InlineData("draws.lucky.freezeAfter", "\"P1M\"", "$.draws.lucky.freezeAfter", "\"P1M\"", "must be an ISO 8601 duration of days, hours, minutes and seconds, such as PT2H.")]
    [InlineData("draws.lucky.freezeAfter", "\"P30DT1S\"", "$.draws.lucky.freezeAfter", "\"PT720H1S\"", "must be whole seconds from PT0S to P30D.")]
    [InlineData("draws.lucky.overlap", "\"maybe\"", "$.draws.lucky.overlap", "\"maybe\"", "must be \"one prize, in rule order\" or \"allowed\".")]
    [InlineData("draws.lucky.rules", null, "$.draws.lucky.rules", "", "is required.")]
    [InlineData("draws.lucky.rules", "[]", "$.draws.lucky.rules", "[]", "must hold at least one rule.")]
    [InlineData("draws.lucky.rules.0", "7", "$.draws.lucky.rules[0]", "7", "must be an object: { … }.")]
    [InlineData("draws.lucky.rules.0.id", null, "$.draws.lucky.rules[0].id", "", "is required.")]
    [InlineData("draws.lucky.rules.0.id", "\"Rank 1\"", "$.draws.lucky.rules[0].id", "\"Rank 1\"", IdRule)]
    [InlineData("draws.lucky.rules.1.id", "\"rank\"", "$.draws.lucky.rules[1].id", "\"rank\"", "stands there twice.")]
    [InlineData("draws.lucky.rules.0.topBy", "\"piece\"", "$.draws.lucky.rules[0].topBy", "\"piece\"", "must be a sum: a unit with slots ranks nobody.")]
    [InlineData("draws.lucky.rules.0.topBy", "\"stich\"", "$.draws.lucky.rules[0].topBy", "\"stich\"", "is no unit of the campaign; did you mean \"stitch\"? Known: stitch, piece.")]
    [InlineData("draws.lucky.rules.0.topBy", null, "$.draws.lucky.rules[0]", "{\"id\":\"rank\",\"take\":20,\"ties\":\"ticket\"}", OneRuleKind)]
    [InlineData("draws.lucky.rules.0.take", null, "$.draws.lucky.rules[0].take", "", "is required.")]
    [InlineData("draws.lucky.rules.0.take", "0", "$.draws.lucky.rules[0].take", "0", "must be a whole number from 1 to 1,000,000.")]
    [InlineData("draws.lucky.rules.0.take", "1000001", "$.draws.lucky.rules[0].take", "1000001", "must be a whole number from 1 to 1,000,000.")]
    [InlineData("draws.lucky.rules.0.ties", null, "$.draws.lucky.rules[0].ties", "", "is required.")]
    [InlineData("draws.lucky.rules.0.ties", "\"coin\"", "$.draws.lucky.rules[0].ties", "\"coin\"", "must be \"ticket\" or \"earliest\" or \"share\" or \"extend\".")]
    [InlineData("draws.lucky.rules.0.entries", "3", "$.draws.lucky.rules[0].entries", "3", "is not a property here; known: id, topBy, take, ties, alternates.")]
    [InlineData("draws.lucky.coolDown", "-1", "$.draws.lucky.coolDown", "-1", "must be a whole number from 0 to 1,000.")]
    [InlineData("draws.lucky.claimWithin", "\"PT0S\"", "$.draws.lucky.claimWithin", "\"PT0S\"", "must be whole seconds from PT1S to P366D.")]
    [InlineData("draws.lucky.rules.1.entries", "\"one a person a day\"", "$.draws.lucky.rules[1].entries", "\"one a person a day\"", "must be \"one a message\" or \"one a person\".")]
    [InlineData("draws.lucky.rules.1.weightedBy", "\"stitch\"", "$.draws.lucky.rules[1].weightedBy", "\"stitch\"", "weighs participants, not messages.")]
    [InlineData("draws.lucky.rules.1.quotas", "{ \"ai\": 1 }", "$.draws.lucky.rules[1].quotas", "{ … }", "are of people: of participants, or of messages with \"entries\": \"one a person\".")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"randomOf\": \"participants\", \"take\": 2, \"entries\": \"one a person\" }", "$.draws.lucky.rules[1].entries", "\"one a person\"", "is said of messages; participants always have one entry each.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"randomOf\": \"participants\", \"take\": 2, \"quotas\": { \"ai\": 3 } }", "$.draws.lucky.rules[1].quotas", "3", "must have minima that together are at most the 2 places.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"randomOf\": \"participants\", \"take\": 2, \"quotas\": { \"ai\": { \"min\": 2, \"max\": 1 } } }", "$.draws.lucky.rules[1].quotas.ai", "{ \"min\": 2, \"max\": 1 }", "must have a minimum that is not above its maximum.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"everyNth\": 10, \"offset\": 10, \"of\": \"check-ins\" }", "$.draws.lucky.rules[1].offset", "10", "must be a whole number from 0 to 9.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"everyNth\": 0 }", "$.draws.lucky.rules[1].everyNth", "0", "must be a whole number from 1 to 1,000,000,000.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"threshold\": \"piece\", \"atLeast\": 1 }", "$.draws.lucky.rules[1].threshold", "\"piece\"", "must be a sum: a unit with slots ranks nobody.")]
    [InlineData("draws.lucky.rules.1", "{ \"id\": \"x\", \"firstOf\": \"everybody\", \"take\": 1 }", "$.draws.lucky.rules[1].firstOf", "\"everybody\"", "must be \"approved messages\" or \"participants\" or \"active participants\".")]
    [InlineData("draws.lucky.rules.1.randomOf", "\"everybody\"", "$.draws.lucky.rules[1].randomOf", "\"everybody\"", "must be \"approved messages\" or \"participants\" or \"active participants\".")]
    [InlineData("draws.lucky.rules.1.alternates", "-1", "$.draws.lucky.rules[1].alternates", "-1", "must be a whole number from 0 to 1,000,000.")]
    [InlineData("tasks.message", null, "$.draws.lucky.rules[1].randomOf", "\"approved messages\"", "needs a task with \"message\": true.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith", "[]", "$.draws.lucky.rules[2].numberEndsWith", "[]", "must hold at least one ending.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith.0", "1921", "$.draws.lucky.rules[2].numberEndsWith[0]", "1921", "must be a text in quotation marks.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith.0", "\"19a1\"", "$.draws.lucky.rules[2].numberEndsWith[0]", "\"19a1\"", "must be digits.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith.0", "\"\"", "$.draws.lucky.rules[2].numberEndsWith[0]", "\"\"", "must be digits.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith.1", "\"1921\"", "$.draws.lucky.rules[2].numberEndsWith[1]", "\"1921\"", "stands there twice.")]
    [InlineData("draws.lucky.rules.2.numberEndsWith.1", "\"211921\"", "$.draws.lucky.rules[2].numberEndsWith[1]", "\"211921\"", "must not be longer than a participant number, which has 5 digits.")]
    public void TryRead_OneValueChanged_NamesPathValueAndRule(string change, string? to, string path, string value, string rule) =>
        Assert.Equal(new DefinitionProblem(path, value, rule), Assert.Single(Changning.ProblemsWith((change, to))));

    [Fact]
    public void TryRead_WithoutTeams_NamesEverythingThatNeedsThem()
    {
        var problems = Changning.ProblemsWith(("teams", null));

        Assert.Equal(
            from task in (string[])["embroidery", "quiz", "song", "dubbing"]
            from place in (string[])["every", "award.team"]
            select $"$.tasks.{task}.{place}",
            problems.Select(p => p.Path));
        Assert.All(problems, p => Assert.Equal("needs a campaign with teams.", p.Rule));
    }

    [Fact]
    public void TryRead_WithoutSites_NamesEveryTaskAtASite()
    {
        var problems = Changning.ProblemsWith(("sites", "[]"));

        Assert.Equal(["$.tasks.museum.at", "$.tasks.embroidery.at", "$.tasks.quiz.at", "$.tasks.song.at", "$.tasks.dubbing.at"], problems.Select(p => p.Path));
        Assert.All(problems, p => Assert.Equal(("\"any site\"", "needs a campaign with sites."), (p.Value, p.Rule)));
    }

    [Fact]
    public void TryRead_UnitsThatNoTaskAwards_NamesGoalsAndRulesOverThem()
    {
        var problems = Changning.ProblemsWith(
            ("units.point", "{}"), ("goals.points", """{ "sum": "point", "reaches": 5 }"""), ("draws.lucky.rules.0.topBy", "\"point\""));

        Assert.Equal(
            [
                new("$.goals.points.sum", "\"point\"", "is awarded by no task, so the goal could never be met."),
                new("$.draws.lucky.rules[0].topBy", "\"point\"", "is awarded to participants by no task, so it ranks nobody."),
            ],
            problems);
    }

    [Fact]
    public void TryRead_AUnitThatOnlyTeamsAreAwarded_RanksNobody()
    {
        var problems = Changning.ProblemsWith(
            ("units.point", "{}"), ("tasks.song.award.team.point", "5"), ("draws.lucky.rules.0.topBy", "\"point\""));

        Assert.Equal(["$.draws.lucky.rules[0].topBy"], problems.Select(p => p.Path));
    }

    [Fact]
    public void TryRead_ASetThatParticipantsFill_HasNoBoundForItsGoal() =>
        Assert.True(CampaignFile.TryRead(
            Changning.With(("tasks.message.award", """{ "piece": "song" }"""), ("goals.picture.reaches", "5000")).ToJsonString(), out _, out _));

    [Fact]
    public void TryRead_ATaskThatClosesBeforeItOpens_IsAProblem()
    {
        var problems = Changning.ProblemsWith(("tasks.song.from", "\"2021-05-02\""), ("tasks.song.to", "\"2021-05-01\""));

        Assert.Equal([new("$.tasks.song.to", "\"2021-05-01\"", "must not be before the task's first day, \"2021-05-02\".")], problems);
    }

    [Fact]
    public void TryRead_ARuleWhoseKindIsMisspelt_NamesTheLikelyKind()
    {
        var problems = Changning.ProblemsWith(("draws.lucky.rules.2", """{ "id": "number", "numbersEndWith": ["1921"] }"""));

        Assert.Equal(
            [
                new("$.draws.lucky.rules[2]", "{\"id\":\"number\",\"numbersEndWith\":[\"1921\"]}", OneRuleKind),
                new("$.draws.lucky.rules[2].numbersEndWith", "[\"1921\"]", "is not a property here; did you mean \"numberEndsWith\"? Known: id, topBy, firstOf, randomOf, numberEndsWith, everyNth, threshold, take, ties, alternates, entries, weightedBy, quotas, of, offset, atLeast."),
            ],
            problems);
    }

    [Fact]
    public void TryRead_APropertyTwice_IsAProblem()
    {
        var json = Changning.Json.ToJsonString().Replace("\"zone\":", "\"zone\": \"UTC\", \"zone\":", StringComparison.Ordinal);

        Assert.Equal([new("$.zone", "\"Asia/Shanghai\"", "stands there twice.")], Changning.ProblemsOf(json));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"changning\"")]
    public void TryRead_NoObject_IsOneProblem(string json) =>
        Assert.Equal([new("$", json, "must be an object: { … }.")], Changning.ProblemsOf(json));

    [Fact]
    public void TryRead_AnEmptyObject_NamesAllThatIsRequired() =>
        Assert.Equal(["$.campaign", "$.version", "$.zone", "$.from", "$.to"], Changning.ProblemsOf("{}").Select(p => p.Path));

    [Fact]
    public void TryRead_ALongValue_IsShortened()
    {
        var problem = Assert.Single(Changning.ProblemsWith(("tasks.stitch", $"[{string.Join(',', Enumerable.Range(0, 100))}]"), ("draws", null), ("goals", null)));

        Assert.Equal(81, problem.Value.Length);
        Assert.EndsWith("…", problem.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ManyMistakes_NamesAllOfThem()
    {
        var problems = Changning.ProblemsWith(
            ("version", "-1"),
            ("dayStart", "\"noon\""),
            ("to", "\"2021-01-01\""),
            ("teams.3", "\"AI\""),
            ("tasks.stitch.awards", "{}"),
            ("tasks.quiz.evidence.quiz.pass", "600"),
            ("tasks.song.award.team.piece", "\"sing\""),
            ("goals.picture.reaches", "0"),
            ("draws.lucky.rules.0.take", "\"20\""),
            ("draws.lucky.rules.1.randomOf", "\"messages\""),
            ("draws.lucky.rules.2.numberEndsWith.1", "\"x\""));

        Assert.Equal(
            [
                "$.dayStart",
                "$.draws.lucky.rules[0].take",
                "$.draws.lucky.rules[1].randomOf",
                "$.draws.lucky.rules[2].numberEndsWith[1]",
                "$.goals.picture.reaches",
                "$.tasks.quiz.evidence.quiz.pass",
                "$.tasks.song.award.team.piece",
                "$.tasks.stitch.awards",
                "$.teams[3]",
                "$.to",
                "$.version",
            ],
            problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TryRead_SectionsThatCannotBeRead_MakeNoProblemOfWhatRefersToThem() =>
        Assert.Equal(
            ["$.units", "$.teams", "$.sites"],
            Changning.ProblemsWith(("units", "7"), ("teams", "7"), ("sites", "7")).Select(p => p.Path));
}
