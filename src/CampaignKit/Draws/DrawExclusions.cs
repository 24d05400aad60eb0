using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>Who cannot win in a draw, and why: those excluded by name, and the winners of the latest draws within the cool-down.</summary>
internal sealed class DrawExclusions(Campaign campaign, DrawDefinition draw)
{
    private readonly Dictionary<int, string> _named = [];
    private readonly List<(string Period, List<PrizeWon> Prizes)> _held = [];

    public void Fold(CampaignEvent fact)
    {
        switch (fact)
        {
            case ExcludedFromDraw e when e.Draw == draw.Id:
                _named[e.Number] = e.Reason;
                break;
            case ReadmittedToDraw e when e.Draw == draw.Id:
                _named.Remove(e.Number);
                break;
            case DrawHeld e when e.Draw == draw.Id:
                _held.Add((e.Period, [.. e.Prizes]));
                break;
            case ForfeitRecorded e when e.Draw == draw.Id:
                Forfeit(e);
                break;
            case DrawCancelled e when e.Draw == draw.Id:
                _held.RemoveAll(held => held.Period == e.Period);
                break;
        }
    }

    public Exclusions Close() => Exclusions.Of(_held.TakeLast(draw.CoolDown)
        .SelectMany(held => held.Prizes.Select(prize => (prize.Number, Reason: Exclusions.ReasonFor(new DrawName(campaign.Id, draw.Id, held.Period), prize.Rule))))
        .Concat(_named.Select(named => (Number: named.Key, Reason: named.Value)))
        .GroupBy(found => found.Number, found => found.Reason)
        .Select(found => (campaign.FormatNumber(found.Key), found.Last())));

    // Who lost a prize may win again; who was promoted to one has won.
    private void Forfeit(ForfeitRecorded e)
    {
        var prizes = _held.Find(held => held.Period == e.Period).Prizes;
        prizes.Remove(prizes.Find(prize => prize.Rule == e.Rule && prize.Number == e.Number)!);
        if (e.Promoted is { } next)
            prizes.Add(new PrizeWon(e.Rule, 0, next.Number));
    }
}
