namespace CampaignKit.Grievances;

/// <summary>A unit with the ranks that it may truly have.</summary>
public sealed record RankedUnit
{
    internal RankedUnit(NamedRate unit, double low, double high) => (Name, Rate, Low, High) = (unit.Name, unit.Rate, low, high);

    /// <summary>The name of the unit.</summary>
    public string Name { get; }

    /// <summary>Its rate.</summary>
    public Rate Rate { get; }

    /// <summary>The lower limit of its rate, such that all intervals of the comparison hold at once.</summary>
    public double Low { get; }

    /// <summary>The upper limit of its rate, such that all intervals of the comparison hold at once.</summary>
    public double High { get; }

    /// <summary>The rank of its rate by itself, from 1 for the highest; equal rates share the best (competition ranking).</summary>
    public required int Rank { get; init; }

    /// <summary>The best rank that it may have: one more than the units that are surely better.</summary>
    public required int BestRank { get; init; }

    /// <summary>The worst rank that it may have: one less for each unit that is surely worse.</summary>
    public required int WorstRank { get; init; }

    /// <summary>Whether this comparison cannot tell the two units apart.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool IsLike(RankedUnit other) => Guard.Against.Null(other).Low <= High && Low <= other.High;

    /// <summary>Name, ranks and rate.</summary>
    public override string ToString() =>
        $"{(Name.Length > 0 ? Name : "(none)")}: rank {(BestRank == WorstRank ? $"{BestRank}" : $"{BestRank} to {WorstRank}")}, {Rate}";
}
