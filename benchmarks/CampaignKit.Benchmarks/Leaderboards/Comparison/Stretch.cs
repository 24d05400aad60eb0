namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Some consecutive members of an access pattern: one call of a batch, or as many single calls.</summary>
internal readonly record struct Stretch(AccessPattern Pattern, int Start, int Length)
{
    public ReadOnlySpan<int> Members => Pattern.Members.AsSpan(Start, Length);

    public ReadOnlySpan<long> Scores => Pattern.Scores.AsSpan(Start, Length);

    public ReadOnlySpan<long> NewScores => Pattern.NewScores.AsSpan(Start, Length);

    public ReadOnlySpan<string> Ids => Pattern.Ids.AsSpan(Start, Length);

    public ReadOnlySpan<ReadOnlyMemory<byte>> Utf8Ids => Pattern.Utf8Ids.AsSpan(Start, Length);

    /// <summary>Whether the mixed workload writes at an index of this stretch.</summary>
    public bool IsUpdate(int index) => (Start + index) % Workloads.MixedPeriod == Workloads.MixedPeriod - 1;

    public Stretch Only(int index) => this with { Start = Start + index, Length = 1 };
}
