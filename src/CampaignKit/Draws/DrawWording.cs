using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The words of draws in a definition file.</summary>
internal static class DrawWording
{
    public static Wording<TiePolicy> Ties { get; } = new(
        (TiePolicy.Ticket, "ticket"),
        (TiePolicy.EarliestToReach, "earliest"),
        (TiePolicy.Share, "share"),
        (TiePolicy.Extend, "extend"));

    public static Wording<OverlapPolicy> Overlap { get; } = new(
        (OverlapPolicy.OnePrizePerPerson, "one prize, in rule order"),
        (OverlapPolicy.Allowed, "allowed"));

    public static Wording<Population> Population { get; } = new(
        (CampaignKit.Population.ApprovedMessages, "approved messages"),
        (CampaignKit.Population.Participants, "participants"),
        (CampaignKit.Population.ActiveParticipants, "active participants"));

    public static Wording<Numbering> Numbering { get; } = new(
        (CampaignKit.Numbering.Participants, "participants"),
        (CampaignKit.Numbering.CheckIns, "check-ins"));

    public static Wording<bool> Entries { get; } = new(
        (false, "one a message"),
        (true, "one a person"));
}
