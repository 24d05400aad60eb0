using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// Quantiles of any number of durations in little memory, each right up to a stated relative error. Sketches of parts merge, in any order, into
/// the sketch of the whole, equal to the last bit.
/// </summary>
/// <remarks>
/// <para>DDSketch of C. Masson, J. E. Rim and H. K. Lee, Proceedings of the VLDB Endowment 12 (2019), 2195-2205, with bins that are never
/// collapsed: durations reach from <see cref="Smallest"/> to <see cref="Largest"/>, which bounds the bins, and the error holds for every
/// quantile. Only bins between the shortest and the longest duration take memory, eight bytes each: with an error of 1 %, 659 bins for one
/// minute to one year and at most 3,110.</para>
/// <para>Durations are in one unit of the caller's choice, whole or not. Durations below <see cref="Smallest"/> count as 0, in a bin of their
/// own. Below some hundred durations a group, exact values (<see cref="NearestRank"/>) are smaller and better.</para>
/// <para>Adding is for one thread at a time: let each thread fill a sketch of its own, and merge.</para>
/// </remarks>
public sealed class DurationSketch
{
    /// <summary>The relative error unless said: 0.01.</summary>
    public const double DefaultRelativeError = 0.01;

    /// <summary>The smallest relative error: 0.0001.</summary>
    public const double FinestRelativeError = 1e-4;

    /// <summary>The largest relative error: 0.5.</summary>
    public const double CoarsestRelativeError = 0.5;

    /// <summary>The smallest duration told apart from 0: 1e-9.</summary>
    public const double Smallest = 1e-9;

    /// <summary>The largest duration: 1e18.</summary>
    public const double Largest = 1e18;

    private readonly SketchScale _scale;
    private readonly SketchBins _bins;
    private long _zeros;

    /// <summary>An empty sketch.</summary>
    /// <param name="relativeError">How far a quantile may be off, as a share of it; the finer, the more bins.</param>
    /// <exception cref="ArgumentOutOfRangeException">The error is not between <see cref="FinestRelativeError"/> and <see cref="CoarsestRelativeError"/>.</exception>
    public DurationSketch(double relativeError = DefaultRelativeError)
        : this(new SketchScale(Guard.Against.OutOfRange(relativeError, nameof(relativeError), FinestRelativeError, CoarsestRelativeError)), new SketchBins(), 0, 0)
    {
    }

    internal DurationSketch(SketchScale scale, SketchBins bins, long zeros, long count)
    {
        _scale = scale;
        _bins = bins;
        _zeros = zeros;
        Count = count;
    }

    /// <summary>How far a quantile is off at most, as a share of the exact duration.</summary>
    public double RelativeError => _scale.RelativeError;

    /// <summary>How many durations were added.</summary>
    public long Count { get; private set; }

    /// <summary>How many bins the sketch holds in memory between the lowest and the highest in use; the bin of 0 not counted.</summary>
    public int Bins => _bins.Used.Counts.Count;

    /// <summary>How many bins a sketch of that error can come to hold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The error is not between <see cref="FinestRelativeError"/> and <see cref="CoarsestRelativeError"/>.</exception>
    public static int MostBins(double relativeError) => 1 + BinsBetween(Smallest, Largest, relativeError);

    /// <summary>
    /// How many bins the durations from <paramref name="shortest"/> to <paramref name="longest"/> span: so many are used, or one more where no
    /// bin begins at the shortest.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The error is not between <see cref="FinestRelativeError"/> and <see cref="CoarsestRelativeError"/>, or the durations are not in order and
    /// between <see cref="Smallest"/> and <see cref="Largest"/>.
    /// </exception>
    public static int BinsBetween(double shortest, double longest, double relativeError)
    {
        Guard.Against.OutOfRange(relativeError, nameof(relativeError), FinestRelativeError, CoarsestRelativeError);
        Guard.Against.OutOfRange(shortest, nameof(shortest), Smallest, Largest);
        Guard.Against.OutOfRange(longest, nameof(longest), shortest, Largest);
        return new SketchScale(relativeError).IndexOf(longest / shortest);
    }

    /// <summary>The sketch of all these sketches together; they stay as they are.</summary>
    /// <exception cref="ArgumentException">There is none, or their relative errors differ.</exception>
    /// <exception cref="OverflowException">There are more durations than a <see cref="long"/> counts.</exception>
    public static DurationSketch Merge(params IEnumerable<DurationSketch> sketches)
    {
        Guard.Against.NullOrEmpty(sketches);
        DurationSketch? whole = null;
        foreach (var sketch in sketches)
            (whole ??= new DurationSketch(sketch.RelativeError)).Add(sketch);
        return whole!;
    }

    /// <summary>Adds durations of that length.</summary>
    /// <param name="duration">How long, in the unit of the sketch.</param>
    /// <param name="count">How many of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not a number between 0 and <see cref="Largest"/>.</exception>
    /// <exception cref="ArgumentException">The count is negative.</exception>
    /// <exception cref="OverflowException">There are more durations than a <see cref="long"/> counts.</exception>
    public void Add(double duration, long count = 1)
    {
        Guard.Against.OutOfRange(duration, nameof(duration), 0, Largest);
        if (Guard.Against.Negative(count) == 0)
            return;

        Count = checked(Count + count);
        if (duration < Smallest)
            _zeros += count;
        else
            _bins.Add(_scale.IndexOf(duration), count);
    }

    /// <summary>Adds what the other sketch holds, which stays as it is.</summary>
    /// <exception cref="ArgumentException">The relative errors differ: the bins do not correspond.</exception>
    /// <exception cref="OverflowException">There are more durations than a <see cref="long"/> counts.</exception>
    public void Add(DurationSketch other)
    {
        Guard.Against.Null(other);
        if (other.RelativeError != RelativeError)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A sketch with a relative error of {other.RelativeError} does not merge into one of {RelativeError}."),
                nameof(other));
        }

        Count = checked(Count + other.Count);
        _zeros += other._zeros;
        _bins.Add(other._bins);
    }

    /// <summary>
    /// Within which duration that share of all lies, by the definition of <see cref="NearestRank"/>: 0 asks for the shortest, 1 for the longest.
    /// Null if the sketch is empty.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public DurationEstimate? Quantile(double share)
    {
        Guard.Against.OutOfRange(share, nameof(share), 0, 1);
        if (Count == 0)
            return null;

        var rank = NearestRank.Of(share, Count);
        return rank <= _zeros ? new DurationEstimate(0, 0) : new DurationEstimate(_scale.EstimateOf(_bins.BinOf(rank - _zeros)), RelativeError);
    }

    /// <summary>
    /// The sketch as bytes, a few for each bin in use: equal bytes for equal sketches. The first byte is the version of the form; see
    /// <see cref="TryParse"/>.
    /// </summary>
    public byte[] ToBytes()
    {
        var (first, counts) = _bins.Used;
        return SketchBytes.Write(RelativeError, _zeros, first, counts);
    }

    /// <summary>Reads the bytes of <see cref="ToBytes"/>, or says in <paramref name="reason"/> why they are no sketch.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out DurationSketch? sketch, [NotNullWhen(false)] out string? reason) =>
        SketchBytes.TryRead(bytes, out sketch, out reason);

    /// <summary>Reads the bytes of <see cref="ToBytes"/>.</summary>
    /// <exception cref="FormatException">The bytes are no sketch; the message says why.</exception>
    public static DurationSketch Parse(ReadOnlySpan<byte> bytes) => TryParse(bytes, out var sketch, out var reason) ? sketch : throw new FormatException(reason);
}
