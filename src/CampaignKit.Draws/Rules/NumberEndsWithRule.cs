namespace CampaignKit.Draws;

/// <summary>
/// Every entrant wins whose number ends with one of the suffixes, compared digit by digit, leading zeros included. Winners stand in
/// the order of their numbers' values, then of the digits as written, then of ids. Chance has no part, so there are no tickets and no
/// alternates: an entry that is passed over is followed by nobody.
/// </summary>
public sealed record NumberEndsWithRule : DrawRule
{
    /// <summary>The most suffixes of a rule.</summary>
    public const int MaxSuffixes = 100;

    /// <summary>A rule over a pool of numbers; an entrant wins once, however many suffixes fit.</summary>
    /// <exception cref="ArgumentException">The id is malformed, the pool of another kind, or the suffixes are not distinct digit strings.</exception>
    public NumberEndsWithRule(string id, PoolCommitment pool, IEnumerable<string> suffixes)
        : base(id, pool, PoolKind.Numbers)
    {
        Suffixes = [.. Guard.Against.Null(suffixes)];
        if (SuffixProblem(Suffixes) is { } problem)
            throw new ArgumentException($"'{string.Join("', '", Suffixes)}': {problem}.", nameof(suffixes));
    }

    /// <summary>The suffixes in the order given.</summary>
    public IReadOnlyList<string> Suffixes { get; }

    /// <summary>Whether the same rule: as records are, with the suffixes compared one by one.</summary>
    public bool Equals(NumberEndsWithRule? other) => base.Equals(other) && Suffixes.SequenceEqual(other.Suffixes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Suffixes.Count);

    internal static string? SuffixProblem(IReadOnlyList<string> suffixes)
    {
        if (suffixes.Count is 0 or > MaxSuffixes)
            return $"a rule has 1 to {MaxSuffixes} suffixes";
        if (suffixes.Any(suffix => suffix is not { Length: > 0 and <= EntrantText.MaxIdBytes } || !suffix.All(char.IsAsciiDigit)))
            return $"a suffix has 1 to {EntrantText.MaxIdBytes} digits and nothing else";
        return suffixes.Distinct(StringComparer.Ordinal).Count() < suffixes.Count ? "a suffix stands once" : null;
    }

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work)
    {
        var suffixes = new Suffixes(Suffixes);
        return SeatAll(NumberOrder.Of(pool.Lines, entry => suffixes.FitEnd(pool.Lines.Value(entry))), pool, seed, prizes);
    }
}
