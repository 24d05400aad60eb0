using NodaTime;

namespace CampaignKit;

/// <summary>The check-in is recorded, now or by an earlier request with the same key.</summary>
public sealed record CheckInAccepted : CheckInAnswer
{
    private readonly IReadOnlyDictionary<string, long> _tallies;

    internal CheckInAccepted(CheckIn checkIn, long position, bool isRepeat, IReadOnlyList<LateForPeriod> lateFor, IReadOnlyDictionary<string, long> tallies)
    {
        CheckIn = checkIn;
        Position = position;
        IsRepeat = isRepeat;
        LateFor = lateFor;
        _tallies = tallies;
    }

    /// <summary>The record.</summary>
    public CheckIn CheckIn { get; }

    /// <summary>The campaign day it counts for.</summary>
    public LocalDate Day => CheckIn.Day;

    /// <summary>A position to wait for, to read one's own write in boards and tallies.</summary>
    public long Position { get; }

    /// <summary>Whether an earlier request with the same key had recorded it already.</summary>
    public bool IsRepeat { get; }

    /// <summary>The draws that it comes too late for; it counts in everything else.</summary>
    public IReadOnlyList<LateForPeriod> LateFor { get; }

    /// <summary>How much of a summed unit the participant now has, in minor units.</summary>
    /// <param name="unit">The id of the unit.</param>
    public long Tally(string unit) => _tallies.GetValueOrDefault(Guard.Against.Null(unit));
}
