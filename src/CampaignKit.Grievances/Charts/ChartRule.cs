namespace CampaignKit.Grievances;

/// <summary>Why a control chart signals.</summary>
public enum ChartRule
{
    /// <summary>The point is outside three standard deviations. W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931).</summary>
    BeyondLimits,

    /// <summary>
    /// The point is the ninth or later in a row on one side of the centre, with no period without data between. L. S. Nelson, The Shewhart control
    /// chart: tests for special causes, Journal of Quality Technology 16 (1984), 237-239.
    /// </summary>
    RunOnOneSide,
}
