using NodaTime;

namespace CampaignKit;

/// <summary>The check-in is recorded, now or by an earlier request with the same key.</summary>
public sealed record CheckInAccepted : CheckInAnswer
{
    private readonly IReadOnlyDictionary<string, long> _tallies;

    internal CheckInAccepted(CheckIn checkIn, bool isRepeat, IReadOnlyDictionary<string, long> tallies)
    {
        CheckIn = checkIn;
        IsRepeat = isRepeat;
        _tallies = tallies;
    }

    /// <summary>The record.</summary>
    public CheckIn CheckIn { get; }

    /// <summary>The campaign day it counts for.</summary>
    public LocalDate Day => CheckIn.Day;

    /// <summary>A position to wait for, to read one's own write in boards and tallies.</summary>
    public long Position => CheckIn.Position;

    /// <summary>Whether an earlier request with the same key had recorded it already.</summary>
    public bool IsRepeat { get; }

    /// <summary>The draws that it comes too late for; it counts in everything else.</summary>
    public IReadOnlyList<LateForPeriod> LateFor { get; internal init; } = [];

    /// <summary>How much of a summed unit the participant has now, in minor units; of a repeat, too, as it is now.</summary>
    /// <param name="unit">The id of the unit.</param>
    public long Tally(string unit) => _tallies.GetValueOrDefault(Guard.Against.Null(unit));
}
