using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class CaseBoardTests
{
    private static readonly SatisfactionDefinition Rates = SatisfactionDefinition.ThreeRates;

    [Property(Arbitrary = [typeof(CaseLists)])]
    public void Report_AfterAnyChanges_IsTheSummaryOfTheFinalTable(CaseRecord[] cases, (byte Id, byte Kind)[] changes)
    {
        var board = new CaseBoard(CaseLists.Everything, Rates, CampaignCalendars.Shanghai);
        var plain = new Dictionary<string, CaseRecord>();
        foreach (var (record, i) in cases.Select((c, i) => (c with { Id = $"c{i % 7}" }, i)))
        {
            board.Put(record);
            plain[record.Id!] = record;
            if (i < changes.Length)
                Change(board, plain, $"c{changes[i].Id % 9}", changes[i].Kind % 5);
        }

        var table = CaseTable.From(plain.Values, CampaignCalendars.Shanghai);

        Assert.Equal(CaseLists.Text(table.Summarise(CaseLists.Everything, Rates)), CaseLists.Text(board.Report()));
        Assert.Equal($"{table.Summarise([], Rates).Total}", $"{board.Total}");
        foreach (var row in board.Report().Rows)
        {
            Assert.True(board.TryGetGroup(row.Key, out var live));
            Assert.Equal($"{row}", $"{live}");
            Assert.Equal(row.Times.Ticks, live.Times.Ticks);
        }
    }

    [Fact]
    public void Put_AfterARow_LeavesItsCountsAndEndsItsTimes()
    {
        var board = new CaseBoard([Dimension.Unit], Rates, CampaignCalendars.Utc);
        board.Put(new CaseRecord(CaseLists.Start) { Id = "1", Unit = "water" });
        Assert.True(board.TryGetGroup(["water"], out var before));

        Assert.True(board.Close("1", CaseLists.Start + Duration.FromHours(3)));
        Assert.True(board.TryGetGroup(["water"], out var after));

        Assert.Equal((1, 0), (before.Open, after.Open));
        Assert.Equal(Duration.FromHours(3), after.Times.P50);
        Assert.Throws<InvalidOperationException>(() => before.Times);
        Assert.False(board.TryGetGroup(["housing"], out _));
    }

    [Fact]
    public void Change_UnknownOrBadCase_ChangesNothing()
    {
        var board = new CaseBoard([], Rates, CampaignCalendars.Utc);
        board.Put(new CaseRecord(CaseLists.Start) { Id = "1" });
        var before = CaseLists.Text(board.Report());

        Assert.False(board.Close("2", CaseLists.Start));
        Assert.False(board.Remove("2"));
        Assert.Throws<ArgumentException>(() => board.Close("1", CaseLists.Start - Duration.FromHours(1)));
        Assert.Throws<ArgumentException>(() => board.Put(new CaseRecord(CaseLists.Start)));
        Assert.Throws<ArgumentException>(() => board.Change("1", c => c with { Id = "2" }));
        Assert.Throws<ArgumentException>(() => board.TryGetGroup(["water"], out _));
        Assert.Equal(before, CaseLists.Text(board.Report()));
        Assert.True(board.TryGetGroup([], out var total));
        Assert.Equal(1, total.Cases);
    }

    private static void Change(CaseBoard board, Dictionary<string, CaseRecord> plain, string id, int kind)
    {
        var known = plain.TryGetValue(id, out var record);
        switch (kind)
        {
            case 0:
                Assert.Equal(known, board.Close(id, CaseLists.Start + Duration.FromDays(60)));
                Set(r => r with { Closed = CaseLists.Start + Duration.FromDays(60), ClosingTimeUnknown = false });
                break;
            case 1:
                Assert.Equal(known, board.Reopen(id));
                Set(r => r with { Closed = null, ClosingTimeUnknown = false });
                break;
            case 2:
                Assert.Equal(known, board.Rate(id, "so-so"));
                Set(r => r with { Answer = "so-so" });
                break;
            case 3:
                Assert.Equal(known, board.Change(id, r => r with { Unit = "parks", Contacted = null }));
                Set(r => r with { Unit = "parks", Contacted = null });
                break;
            default:
                Assert.Equal(known, board.Remove(id));
                plain.Remove(id);
                break;
        }

        void Set(Func<CaseRecord, CaseRecord> change)
        {
            if (record is not null)
                plain[id] = change(record);
        }
    }
}
