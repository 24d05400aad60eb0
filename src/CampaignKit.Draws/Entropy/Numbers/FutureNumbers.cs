using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// Numbers that will be announced in public and typed in: a lottery's, or dice thrown before witnesses. Nothing but people ties them to
/// the event, so that a verification can only say that they are recorded.
/// </summary>
public sealed record FutureNumbers : FutureEntropy
{
    /// <summary>Numbers of an event.</summary>
    /// <param name="event">What is announced, in words that tell a reader where to look it up; in the form of an entrant's id.</param>
    /// <param name="count">How many numbers, 1 to <see cref="AnnouncedNumbers.MaxCount"/>.</param>
    /// <param name="from">The smallest that a number can be, 0 or more.</param>
    /// <param name="to">The largest that a number can be, above <paramref name="from"/>, up to <see cref="AnnouncedNumbers.MaxNumber"/>.</param>
    /// <param name="due">When they are announced, in whole seconds.</param>
    /// <exception cref="ArgumentException">The event has not the form of an id, or the time is not of whole seconds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public FutureNumbers(string @event, int count, long from, long to, Instant due)
    {
        Event = StatedText.Problem(Guard.Against.Null(@event)) is { } rule ? throw new ArgumentException($"'{@event}': {rule}.", nameof(@event)) : @event;
        Count = Guard.Against.OutOfRange(count, nameof(count), 1, AnnouncedNumbers.MaxCount);
        From = Guard.Against.OutOfRange(from, nameof(from), 0, AnnouncedNumbers.MaxNumber - 1);
        To = Guard.Against.OutOfRange(to, nameof(to), from + 1, AnnouncedNumbers.MaxNumber);
        DueTime = Guard.Against.InvalidInput(due, nameof(due), WholeSecond.Is, $"{due} is not in whole seconds.");
    }

    /// <summary>What is announced.</summary>
    public string Event { get; }

    /// <summary>How many numbers.</summary>
    public int Count { get; }

    /// <summary>The smallest that a number can be.</summary>
    public long From { get; }

    /// <summary>The largest that a number can be.</summary>
    public long To { get; }

    /// <inheritdoc/>
    public override Instant? Due => DueTime;

    internal Instant DueTime { get; }

    /// <summary>Event, count, range and due time.</summary>
    public override string ToString() => $"the {Count} numbers from {From} to {To} of '{Event}', due {WholeSecond.TextOf(DueTime)}";

    internal override EntropyCheck LevelOf(EntropyRecord record, IBeaconSignatureVerifier? signatures) => EntropyCheck.Recorded;

    internal override Difference? FirstDifference(EntropyRecord record, IBeaconSignatureVerifier? signatures = null)
    {
        const string path = "$.entropy.numbers";
        if (record is not AnnouncedNumbers { Numbers: var numbers })
            return OtherSource(ToString());
        if (numbers.Count != Count)
            return new Difference(path, $"{Count} numbers, as locked", $"{numbers.Count}");
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] < From || numbers[i] > To)
                return new Difference($"{path}[{i}]", $"a number from {From} to {To}, as locked", $"{numbers[i]}");
        }

        return null;
    }
}
