namespace CampaignKit.Leaderboards.Tests;

public class RosterTests
{
    [Fact]
    public void Enter_AfterOthersLeft_GivesTheirNumbersOutAgain()
    {
        var roster = new Roster<int>(null);
        for (var id = 0; id < 100_000; id++)
        {
            var member = roster.Enter(id);
            Assert.InRange(member, 0, 1);
            if (id > 0)
                roster.Leave(roster.Find(id - 1));
        }
    }
}
