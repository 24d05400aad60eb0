using System.Globalization;

namespace CampaignKit.Draws;

/// <summary>Numbers that were announced, in that order; the randomness is the SHA-256 of their text, parted by one space: <c>4 8 15 16 23 42</c>.</summary>
public sealed record AnnouncedNumbers : EntropyRecord
{
    /// <summary>The most numbers.</summary>
    public const int MaxCount = 1_000;

    /// <summary>The largest number: the largest integer that every reader of JSON keeps exactly.</summary>
    public const long MaxNumber = CanonicalJson.MaxSafeInteger;

    /// <summary>Numbers in the order announced: 1 to <see cref="MaxCount"/> of them, each 0 to <see cref="MaxNumber"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none or too many, or one is out of range.</exception>
    public AnnouncedNumbers(params IEnumerable<long> numbers)
        : this([.. Guard.Against.Null(numbers)])
    {
    }

    private AnnouncedNumbers(long[] numbers)
        : base(Digest.Of(string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))))
    {
        Guard.Against.OutOfRange(numbers.Length, nameof(numbers), 1, MaxCount);
        foreach (var number in numbers)
            Guard.Against.OutOfRange(number, nameof(numbers), 0, MaxNumber);
        Numbers = Array.AsReadOnly(numbers);
    }

    /// <summary>The numbers in the order announced.</summary>
    public IReadOnlyList<long> Numbers { get; }

    /// <summary>Whether the same numbers were announced in the same order.</summary>
    public bool Equals(AnnouncedNumbers? other) => other is not null && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => Randomness.GetHashCode();
}
