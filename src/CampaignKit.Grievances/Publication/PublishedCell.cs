using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// What readers of a published table are told of one count: the count, or limits that it lies within. Whole numbers from 0 to
/// <see cref="CountTable.MaxCount"/>, limits included.
/// </summary>
public readonly record struct PublishedCell
{
    private PublishedCell(long atLeast, long? atMost, bool isShown)
    {
        AtLeast = atLeast;
        AtMost = atMost;
        IsShown = isShown;
    }

    /// <summary>A hidden count of which nothing is told: the default.</summary>
    public static PublishedCell Hidden => default;

    /// <summary>The least that the count can be by what this cell tells.</summary>
    public long AtLeast { get; }

    /// <summary>The most that the count can be by what this cell tells; null if there is no limit.</summary>
    public long? AtMost { get; }

    /// <summary>Whether the count itself is published.</summary>
    public bool IsShown { get; }

    /// <summary>A count that is published.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too large.</exception>
    public static PublishedCell Shown(long count) => new(Guard.Against.OutOfRange(count, nameof(count), 0, CountTable.MaxCount), count, isShown: true);

    /// <summary>A hidden count that is told to lie within limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative or too large, or the upper is below the lower.</exception>
    public static PublishedCell HiddenWithin(long atLeast, long? atMost = null)
    {
        Guard.Against.OutOfRange(atLeast, nameof(atLeast), 0, CountTable.MaxCount);
        if (atMost is { } limit)
            Guard.Against.OutOfRange(limit, nameof(atMost), atLeast, CountTable.MaxCount);
        return new PublishedCell(atLeast, atMost, isShown: false);
    }

    /// <summary>
    /// Reads a cell as tables print it: <c>12</c>, <c>*</c> (anything), <c>&lt;5</c> (0 to 4), <c>1-4</c>, <c>&gt;=5</c>; or says in
    /// <paramref name="reason"/> what it must be.
    /// </summary>
    public static bool TryParse(string? text, out PublishedCell cell, [NotNullWhen(false)] out string? reason)
    {
        var trimmed = text?.Trim() ?? "";
        PublishedCell? read = trimmed.Split('-') switch
        {
            ["*"] => Hidden,
            [['<', .. var over]] when Count(over) is { } limit and > 0 => HiddenWithin(0, limit - 1),
            [['>', '=', .. var from]] when Count(from) is { } limit => HiddenWithin(limit),
            [var count] when Count(count) is { } shown => Shown(shown),
            [var from, var to] when Count(from) is { } low && Count(to) is { } high && low <= high => HiddenWithin(low, high),
            _ => null,
        };
        cell = read ?? default;
        reason = read is null ? $"'{text}': must be a count like 12, or a mark like *, <5, 1-4 or >=5" : null;
        return read is not null;
    }

    /// <summary>A number is a count that is published.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too large.</exception>
    public static implicit operator PublishedCell(long count) => Shown(count);

    /// <summary>The published count from a number, for languages without implicit conversions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too large.</exception>
    public static PublishedCell FromInt64(long count) => Shown(count);

    /// <summary>As <see cref="TryParse"/> reads it: the count, <c>*</c>, or the limits.</summary>
    public override string ToString() => this switch
    {
        { IsShown: true } => Text(AtLeast),
        { AtMost: { } limit } => AtLeast == 0 ? $"<{Text(limit + 1)}" : $"{Text(AtLeast)}-{Text(limit)}",
        _ => AtLeast == 0 ? "*" : $">={Text(AtLeast)}",
    };

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static long? Count(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= CountTable.MaxCount ? count : null;
}
