namespace CampaignKit.Draws.Tests;

/// <summary>Drawing by one rule alone, with all that the machine has.</summary>
internal static class Drawing
{
    public static RuleOutcome Draw(this DrawRule rule, Pool pool, RuleSeed seed, PrizeBook prizes) => rule.Draw(pool, seed, prizes, LaneWork.Fastest());
}
