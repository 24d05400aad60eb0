namespace CampaignKit.Draws;

/// <summary>What <see cref="TopByRule"/> and <see cref="FirstNRule"/> do when more people have the last winning score than there are places left.</summary>
public enum TiePolicy
{
    /// <summary>The smallest tickets get the places left.</summary>
    Ticket,

    /// <summary>Those who reached the score first get the places left; who reached it at the same time, by their tickets.</summary>
    EarliestToReach,

    /// <summary>All who have that score win and share the places left; each is marked with its share.</summary>
    Share,

    /// <summary>All who have that score win in full, so that there are more winners than places.</summary>
    Extend,
}
