using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class FlagReportTests
{
    private static readonly Instant Start = Instant.FromUtc(2021, 3, 29, 4, 0);

    [Fact]
    public void Of_ClosedWithinTenMinutes_SaysHowManyOfHowMany()
    {
        var cases = Enumerable.Range(0, 321_423).Select(i => Closed("water", Duration.FromMinutes(i < 145_157 ? 4 : 10)) with { Id = $"c{i}" });

        var flag = Assert.Single(FlagReport.Of(cases, new FlagOptions { SharedInstant = int.MaxValue, NamedCases = 2 }).Flags);

        Assert.Equal(FlagKind.ClosedWithinMinutes, flag.Kind);
        Assert.Equal(Rate.Of(145_157, 321_423, "closed cases"), flag.Rate);
        Assert.Equal(["c0", "c1"], flag.Cases);
        Assert.StartsWith("water: 145,157 of 321,423 closed cases were closed within 10 minutes of their beginning; they may have been", flag.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FourTimesTheUnits_TakesAboutFourTimesTheMemory()
    {
        var few = Allocated(1_000);

        Assert.InRange(Allocated(4_000), 0, 6 * few);

        static long Allocated(int units)
        {
            FlagFacts[] cases = [.. Enumerable.Range(0, units).Select(i => Closed($"unit {i}", Duration.FromDays(1)) with { Contacted = true })];
            FlagReport.Of(cases[..10]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            FlagReport.Of(cases);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Of_OneCaseFixedInFourMinutes_IsFlaggedWithItsBaseOfOne()
    {
        var flag = Assert.Single(FlagReport.Of([Closed("first of the ranking", Duration.FromMinutes(4))]).Flags);

        Assert.Equal(Rate.Of(1, 1, "closed cases"), flag.Rate);
        Assert.Empty(flag.Cases);
    }

    [Fact]
    public void Of_ClosedBeforeOpened_IsCountedApartAndNotFast()
    {
        var report = FlagReport.Of(
        [
            Closed("water", -Duration.Epsilon) with { Id = "a", Replied = false },
            Closed("water", -Duration.FromDays(1)) with { Id = "b", Updated = Start - Duration.FromDays(1) },
            Closed("water", Duration.Zero) with { Id = "c" },
            Closed("water", Duration.FromDays(1)) with { Id = "d" },
        ]);

        Assert.Equal((4, 2), (report.Cases, report.ClosedBeforeOpened));
        Assert.Equal(
            [
                (FlagKind.ClosedWithinMinutes, Rate.Of(1, 2, "closed cases"), "c"),
                (FlagKind.ClosedWithoutReply, Rate.Of(1, 1, "closed cases that record replies"), "a"),
            ],
            report.Flags.Select(f => (f.Kind, f.Rate, Assert.Single(f.Cases))));
        Assert.EndsWith(
            $"{Environment.NewLine}2 of 4 cases were closed before they began; their closing times are in no flag.", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 of 1 case was closed before it began; its closing time is in no flag.")]
    [InlineData(2, "1 of 2 cases was closed before it began; its closing time is in no flag.")]
    public void ToString_OneClosedBeforeOpened_SpeaksOfOne(int cases, string line) =>
        Assert.Equal(
            $"no flags{Environment.NewLine}{line}",
            FlagReport.Of([Closed("water", -Duration.Epsilon), .. Enumerable.Repeat(Closed("water", Duration.FromDays(1)), cases - 1)]).ToString());

    [Property(Arbitrary = [typeof(FlagReportTests)])]
    public void Of_ClosedBeforeOpened_FlagsAsAtAnUnknownTime(FlagFacts[] cases)
    {
        var options = new FlagOptions { SharedInstant = 2, Significance = 0.5 };
        FlagFacts[] undated = [.. cases.Select(c => c.Closed < c.Opened ? c with { Closed = null, ClosingTimeUnknown = true } : c)];

        var (report, expected) = (FlagReport.Of(cases, options), FlagReport.Of(undated, options));

        Assert.Equal(expected.Flags.Select(f => f.ToString()), report.Flags.Select(f => f.ToString()));
        Assert.Equal((cases.Length, cases.Count(c => c.Closed < c.Opened), 0), (report.Cases, report.ClosedBeforeOpened, expected.ClosedBeforeOpened));
    }

    [Fact]
    public void Of_CallBacksOfCasesClosedAtUnknownTimes_CountAsOthers()
    {
        var dated = CallBacks("water", resolvedCalled: 45, resolved: 50, unresolvedCalled: 5, unresolved: 50).ToArray();

        var flag = Assert.Single(FlagReport.Of(dated.Select(c => c with { Closed = null, ClosingTimeUnknown = true })).Flags);

        Assert.Equal(Assert.Single(FlagReport.Of(dated).Flags).ToString(), flag.ToString());
    }

    [Fact]
    public void Of_ReopenedAndWithoutReply_AreOverCasesThatRecordIt()
    {
        var day = Duration.FromDays(1);
        var flags = FlagReport.Of(
        [
            Closed("water", day) with { Id = "a", Reopenings = 1, Replied = true },
            Closed("water", day) with { Id = "b", Reopenings = 0, Replied = false },
            Closed("water", day) with { Id = "c" },
            new FlagFacts("water", Start) { Id = "d", Reopenings = 2, Replied = false },
            new FlagFacts("water", Start) { Id = "e", Reopenings = 0 },
        ]).Flags;

        Assert.Equal([FlagKind.Reopened, FlagKind.ClosedWithoutReply], flags.Select(f => f.Kind));
        Assert.Equal(Rate.Of(2, 3, "cases closed at least once"), flags[0].Rate);
        Assert.Equal(["a", "d"], flags[0].Cases);
        Assert.Equal(Rate.Of(1, 2, "closed cases that record replies"), flags[1].Rate);
        Assert.Equal(["b"], flags[1].Cases);
        Assert.StartsWith("1 of 2 closed cases that record replies were closed without a reply to the citizen, as the record says; ", flags[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UpdateAsClosing_SeesEqualTimesAndTheInstantOfAnImport()
    {
        // A case asked for on 2018-07-19 whose only other time is that of an import three months later.
        var import = Instant.FromUtc(2018, 10, 23, 10, 18, 51);
        var cases = Enumerable.Range(0, 30).Select(i => new FlagFacts("street cleaning", Instant.FromUtc(2018, 7, 19, 8, 36) + Duration.FromHours(i))
        {
            Closed = i < 25 ? import : import - Duration.FromDays(i),
            Updated = import,
        });

        var flags = FlagReport.Of(cases).Flags;

        Assert.Equal([FlagKind.UpdateAsClosing, FlagKind.SharedClosingTime], flags.Select(f => f.Kind));
        Assert.Equal(Rate.Of(25, 30, "closed cases with a time of update"), flags[0].Rate);
        Assert.Equal(Rate.Of(25, 30, "closed cases"), flags[1].Rate);
        Assert.Contains("instants in all: 1;", flags[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CallBacksByOutcome_AreComparedWithinTheUnitAndWithOthers()
    {
        var cases = CallBacks("chooses", resolvedCalled: 45, resolved: 50, unresolvedCalled: 5, unresolved: 50)
            .Concat(CallBacks("even", 25, 50, 25, 50)).Concat(CallBacks("calls nobody", 0, 50, 0, 50));

        var flags = FlagReport.Of(cases).Flags;

        Assert.Equal(
            [("calls nobody", FlagKind.UnevenCallBacks), ("chooses", FlagKind.SelectiveCallBacks)],
            flags.Where(f => f.Unit != "even").Select(f => (f.Unit, f.Kind)).Take(2));
        var chosen = flags.Single(f => f.Kind is FlagKind.SelectiveCallBacks);
        Assert.Equal(Rate.Of(45, 50, "closed resolved cases"), chosen.Rate);
        Assert.Equal(Rate.Of(5, 50, "closed unresolved cases"), chosen.ComparedWith);
        Assert.StartsWith("citizens were called back in 45 of 50 closed resolved cases but 5 of 50 closed unresolved cases (Fisher's exact test: p below 0.0001); ", chosen.Sentence, StringComparison.Ordinal);
        Assert.Contains("not speak for the rest", chosen.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FewCallBacks_AreNoReason() =>
        Assert.Empty(FlagReport.Of(CallBacks("small", resolvedCalled: 2, resolved: 2, unresolvedCalled: 0, unresolved: 2)).Flags);

    [Theory]
    [InlineData(3, 4, 1, 4, 0.4857142857142857)]
    [InlineData(1, 10, 11, 14, 0.0027594561852200836)]
    [InlineData(10, 10, 0, 10, 1.0825088224469e-05)]
    [InlineData(0, 5, 0, 7, 1)]
    public void TwoSided_KnownTable_IsFishersProbability(long hits, long count, long otherHits, long otherCount, double probability)
    {
        // The lady tasting tea (Fisher 1935), the studying teenagers of textbooks, and one split out of 184,756, twice.
        Assert.Equal(FisherByFractions(hits, count, otherHits, otherCount), FisherExactTest.TwoSided(hits, count, otherHits, otherCount), 1e-12);
        Assert.Equal(probability, FisherExactTest.TwoSided(hits, count, otherHits, otherCount), 1e-12);
    }

    [Property(MaxTest = 50)]
    public void TwoSided_AnyTable_EqualsExactFractions(byte a, byte b, byte c, byte d) =>
        Assert.Equal(FisherByFractions(a, a + b, c, c + d), FisherExactTest.TwoSided(a, a + b, c, c + d), 1e-9);

    [Fact]
    public void Of_NoCases_HasNoFlags() => Assert.Equal("no flags", FlagReport.Of([]).ToString());

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlagOptions { Minutes = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlagOptions { UpdateShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlagOptions { SharedInstant = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlagOptions { Significance = 0 });
        Assert.Throws<ArgumentException>(() => new FlagOptions { NamedCases = -1 });
    }

    [Property(Arbitrary = [typeof(FlagReportTests)])]
    public void Of_AnyOrder_GivesTheSameFlagsAndAccusesNobody(FlagFacts[] cases)
    {
        var options = new FlagOptions { SharedInstant = 2, Significance = 0.5, NamedCases = 0 };

        var report = FlagReport.Of(cases, options);

        Assert.Equal(report.ToString(), FlagReport.Of(cases.Reverse(), options).ToString());
        Assert.All(report.Flags, f => Assert.Contains(" may ", f.Sentence, StringComparison.Ordinal));
        Assert.All(report.Flags, f => Assert.True(f.Rate.Base <= cases.Count(c => c.Unit == f.Unit)));
        Assert.DoesNotContain("fraud", report.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    public static Arbitrary<FlagFacts> Facts() => Arb.From(
        from unit in Gen.Elements("water", "roads", "")
        from minutes in Gen.Frequency((1, Gen.Constant((int?)null)), (5, Gen.Choose(-5, 30).Select(m => (int?)m)))
        from undated in Gen.Elements(true, false)
        from updated in Gen.Choose(0, 3)
        from replied in Gen.Elements(null, (bool?)true, false)
        from reopenings in Gen.Elements(null, (int?)0, 1)
        from contacted in Gen.Elements(null, (bool?)true, false)
        from resolved in Gen.Elements(null, (bool?)true, false)
        select new FlagFacts(unit, Start)
        {
            Closed = minutes is { } after ? Start + Duration.FromMinutes(after) : null,
            ClosingTimeUnknown = minutes is null && undated,
            Updated = updated == 0 ? null : Start + Duration.FromMinutes((minutes ?? 0) + updated - 1),
            Replied = replied,
            Reopenings = reopenings,
            Contacted = contacted,
            Resolved = resolved,
        });

    private static FlagFacts Closed(string unit, Duration after) => new(unit, Start) { Closed = Start + after };

    private static IEnumerable<FlagFacts> CallBacks(string unit, int resolvedCalled, int resolved, int unresolvedCalled, int unresolved) =>
        Enumerable.Range(0, resolved + unresolved).Select(i => new FlagFacts(unit, Start)
        {
            Closed = Start + Duration.FromHours(i + 1),
            Resolved = i < resolved,
            Contacted = i < resolved ? i < resolvedCalled : i - resolved < unresolvedCalled,
        });

    /// <summary>The same probability with exact whole numbers: the plain twin.</summary>
    private static double FisherByFractions(long hits, long count, long otherHits, long otherCount)
    {
        var total = hits + otherHits;
        var seen = Weight(hits);
        var (all, asUnlikely) = (System.Numerics.BigInteger.Zero, System.Numerics.BigInteger.Zero);
        for (var split = Math.Max(0, total - otherCount); split <= Math.Min(total, count); split++)
        {
            var weight = Weight(split);
            all += weight;
            asUnlikely += weight <= seen ? weight : 0;
        }

        return (double)(asUnlikely * 1_000_000_000_000_000_000 / all) / 1e18;

        System.Numerics.BigInteger Weight(long split) => Choose(count, split) * Choose(otherCount, total - split);
    }

    private static System.Numerics.BigInteger Choose(long n, long k)
    {
        var ways = System.Numerics.BigInteger.One;
        for (var i = 1; i <= k; i++)
            ways = ways * (n - k + i) / i;
        return ways;
    }

    [Fact]
    public void FactsOf_Record_AreAllThatItHas()
    {
        var record = new CaseRecord(Start)
        {
            Id = "1", Unit = "a", Closed = Start + Duration.FromHours(1), Updated = Start + Duration.FromHours(2), Replied = false, Reopenings = 3, Contacted = true, Resolved = false,
        };

        Assert.Equal(
            new FlagFacts("a", Start)
            {
                Id = "1", Closed = record.Closed, Updated = record.Updated, Replied = false, Reopenings = 3, Contacted = true, Resolved = false,
            },
            FlagFacts.Of(record));
        Assert.Equal(new FlagFacts("", Start) { ClosingTimeUnknown = true }, FlagFacts.Of(new CaseRecord(Start) { ClosingTimeUnknown = true }));
    }

    [Fact]
    public void Of_Table_SeesItAsOfTheInstantAndByItsGrain()
    {
        var start = Instant.FromUtc(2026, 1, 1, 8, 0);
        CaseRecord[] cases =
        [
            new(start) { Id = "1", Unit = "a", Closed = start + Duration.FromMinutes(2), Contacted = true, Resolved = false },
            new(start) { Id = "2", Unit = "a", ClosingTimeUnknown = true },
            new(start + Duration.FromDays(1)) { Id = "3", Unit = "a", Closed = start + Duration.FromDays(1) },
        ];
        var table = CaseTable.From(cases, CampaignCalendars.Utc);

        Assert.Equal(new FlagFacts("a", start) { Id = "1", Closed = cases[0].Closed, Contacted = true, Resolved = false }, FlagFacts.Of(cases[0]));
        Assert.Equal(["1", "3"], Assert.Single(FlagReport.Of(table).Flags).Cases);
        Assert.Equal(["1"], Assert.Single(FlagReport.Of(table, asOf: start + Duration.FromHours(1)).Flags).Cases);
        Assert.Empty(FlagReport.Of(table, asOf: start + Duration.FromMinutes(1)).Flags);
        Assert.Empty(FlagReport.Of(CaseTable.From(cases, CampaignCalendars.Utc, TimeGrain.Day)).Flags);
    }

    [Fact]
    public void Of_TableOfDays_ComparesTheDaysOfClosingAndUpdateInTheZone()
    {
        var closed = Instant.FromUtc(2026, 1, 1, 16, 0);
        CaseRecord[] cases =
        [
            new(closed - Duration.FromDays(3)) { Id = "same day", Unit = "a", Closed = closed, Updated = closed + Duration.FromHours(23) },
            new(closed - Duration.FromDays(3)) { Id = "day before", Unit = "a", Closed = closed, Updated = closed - Duration.FromTicks(1) },
        ];

        var flag = Assert.Single(FlagReport.Of(CaseTable.From(cases, CampaignCalendars.Shanghai, TimeGrain.Day)).Flags);

        Assert.Equal((FlagKind.UpdateAsClosing, "same day"), (flag.Kind, Assert.Single(flag.Cases)));
        Assert.Empty(FlagReport.Of(CaseTable.From(cases, CampaignCalendars.Shanghai)).Flags);
    }

    [Fact]
    public void Of_UpdatesAfterTheInstant_ProveThatClosingWasNotTheLastChange()
    {
        var opened = Start - Duration.FromDays(3);
        var table = CaseTable.From(
            Enumerable.Range(0, 100).Select(i => new CaseRecord(opened)
            {
                Unit = "a",
                Closed = Start + Duration.FromMinutes(i),
                Updated = Start + Duration.FromMinutes(i) + Duration.FromDays(i < 4 ? 0 : 30),
            }),
            CampaignCalendars.Utc);
        var any = new FlagOptions { UpdateShare = 0 };

        Assert.Empty(FlagReport.Of(table).Flags);
        Assert.Empty(GrievanceReport.Of(table).Flags!.Flags);
        Assert.Equal(Rate.Of(4, 100, "closed cases with a time of update"), Assert.Single(FlagReport.Of(table, any).Flags).Rate);
        Assert.Equal(
            Rate.Of(4, 50, "closed cases with a time of update"),
            Assert.Single(FlagReport.Of(table, any, asOf: Start + Duration.FromMinutes(49)).Flags).Rate);
    }

    [Fact]
    public void Of_File_SeesReopenedWithoutReplyAndUpdatedAsClosed()
    {
        const string csv =
            """
            nr,opened,closed,status,unit,changed,replied,times
            1,2026-01-01T08:00:00Z,2026-01-02T08:00:00Z,closed,a,2026-01-02T08:00:00Z,no,1
            2,2026-01-01T08:00:00Z,2026-01-02T09:00:00Z,closed,a,2026-01-04T09:00:00Z,yes,0
            3,2026-01-01T08:00:00Z,,closed,a,2026-01-04T09:00:00Z,no,0
            4,2026-01-01T08:00:00Z,,open,a,,no,0
            5,2026-01-01T08:00:00Z,2026-01-03T09:00:00Z,closed,b,,,
            """;
        var table = CaseTable.Read(
            new StringReader(csv), CsvMap.Parse("id=nr,opened=opened,closed=closed,status=status,unit=unit,updated=changed,replied=replied,reopenings=times"));

        var flags = FlagReport.Of(table).Flags;

        Assert.Equal(
            [
                (FlagKind.Reopened, "a", Rate.Of(1, 3, "cases closed at least once"), "1"),
                (FlagKind.ClosedWithoutReply, "a", Rate.Of(2, 3, "closed cases that record replies"), "1 3"),
                (FlagKind.UpdateAsClosing, "a", Rate.Of(1, 2, "closed cases with a time of update"), "1"),
            ],
            flags.Select(f => (f.Kind, f.Unit, f.Rate, string.Join(' ', f.Cases))));
        Assert.Equal(
            [("3", false), ("4", true)],
            table.Cases.Select(FlagFacts.Of).Where(f => f.Closed is null).Select(f => (f.Id!, !f.ClosingTimeUnknown)));
    }
}
