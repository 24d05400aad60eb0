using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// How long a case took, or how long it has been open so far. Whole units of the caller's choice, such as minutes or days; one unit
/// throughout is for the caller to keep.
/// </summary>
public readonly record struct CaseTime
{
    private CaseTime(long elapsed, bool isOpen)
    {
        Elapsed = Guard.Against.Negative(elapsed);
        IsOpen = isOpen;
    }

    /// <summary>From the beginning of the case to its end, or to the instant that the report looks at. Never negative.</summary>
    public long Elapsed { get; }

    /// <summary>Whether the case is open still, so that all one knows is that it takes longer: a right-censored time.</summary>
    public bool IsOpen { get; }

    /// <summary>A case that was closed after that time.</summary>
    /// <exception cref="ArgumentException">The time is negative.</exception>
    public static CaseTime Closed(long elapsed) => new(elapsed, isOpen: false);

    /// <summary>A case that has been open for that time.</summary>
    /// <exception cref="ArgumentException">The time is negative.</exception>
    public static CaseTime Open(long elapsed) => new(elapsed, isOpen: true);

    /// <summary>The time, with a plus if the case is open: <c>12</c>, <c>12+</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed}{(IsOpen ? "+" : "")}");
}
