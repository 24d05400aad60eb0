using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The rate by which a report compares units and follows the trend. The higher, the better.</summary>
/// <param name="Name">What it is: <c>satisfaction</c>, or <c>closed within 3 days</c>.</param>
/// <param name="BaseName">What it is a rate of.</param>
/// <param name="Within">The time that the rate is about; null for satisfaction.</param>
/// <param name="IsMedian">Whether that time is the median of all cases, for want of a stated one.</param>
public sealed record ReportMeasure(string Name, string BaseName, Duration? Within, bool IsMedian)
{
    /// <summary>Whether it is the satisfaction that citizens answered with; otherwise the table has no answers, and it is a rate of time.</summary>
    public bool IsSatisfaction => Within is null;

    /// <summary>The name and the base.</summary>
    public override string ToString() => $"{Name}, of {BaseName}";
}
