namespace CampaignKit.Grievances;

/// <summary>Which counts are too small to publish, and how well they are to be hidden. Immutable and safe for use from any thread.</summary>
public sealed record SuppressionOptions
{
    /// <summary>Counts below it are small, unless said: 5.</summary>
    public const long DefaultThreshold = 5;

    /// <summary>The defaults: 1 to 4 are hidden, zeros shown, all under one mark, so that no hidden count has one possible value only.</summary>
    public static SuppressionOptions Default { get; } = new();

    /// <summary>0 to 9 are hidden: the small numbers rule of Public Health Seattle &amp; King County (R package rads, <c>suppress</c>).</summary>
    public static SuppressionOptions Rads { get; } = new() { Threshold = 10, HideZeros = true };

    /// <summary>1 to 4 are hidden and marked so, zeros shown: the rule of OMOP studies (R package omopgenerics, <c>suppress</c>).</summary>
    public static SuppressionOptions OmopGenerics { get; } = new() { Marks = SuppressionMarks.Range };

    /// <summary>1 to 3 are hidden, zeros shown: the frequency rule of the R package sdcTable, <c>primarySuppression</c>.</summary>
    public static SuppressionOptions SdcTable { get; } = new() { Threshold = 4 };

    /// <value>Counts from 1 to below it are small, totals too. The default is <see cref="DefaultThreshold"/>; 1 makes no count small but a hidden zero.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1 or above <see cref="CountTable.MaxCount"/>.</exception>
    public long Threshold { get; init => field = Guard.Against.OutOfRange(value, nameof(Threshold), 1, CountTable.MaxCount); } = DefaultThreshold;

    /// <value>Whether zeros are small too. The default is no: zeros are shown, and readers know that no hidden count is zero.</value>
    public bool HideZeros { get; init; }

    /// <value>What stands in place of hidden counts. The default is one mark.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is no such value.</exception>
    public SuppressionMarks Marks { get; init => field = Guard.Against.EnumOutOfRange(value, nameof(Marks)); }

    /// <value>How far apart the least and the most of each hidden count must be at least. The default is 1: no hidden count is determined.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1 or above <see cref="CountTable.MaxCount"/>.</exception>
    public long MinimumWidth { get; init => field = Guard.Against.OutOfRange(value, nameof(MinimumWidth), 1, CountTable.MaxCount); } = 1;

    /// <value>
    /// Whether it must stay open that a hidden count is below the threshold. The default is no: it may be told that a hidden count is small, not
    /// which it is. With yes, <see cref="Marks"/> counts as <see cref="SuppressionMarks.One"/>.
    /// </value>
    public bool HideSmallness { get; init; }

    /// <summary>Whether a count is too small to publish.</summary>
    public bool IsSmall(long count) => count < Threshold && (count > 0 || HideZeros);
}
