namespace CampaignKit.Grievances;

/// <summary>Where a count goes that lies half-way between two multiples.</summary>
public enum RoundingTies
{
    /// <summary>To the even multiple: 5 to base 10 is 0, 15 is 20. Favours neither side.</summary>
    ToEven,

    /// <summary>Up: 5 to base 10 is 10. The convention.</summary>
    Up,
}
