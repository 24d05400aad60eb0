using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>The least and the most that a hidden count can be, both included, by everything that is published.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most; null if nothing limits it.</param>
public readonly record struct CellInterval(long Low, long? High)
{
    /// <summary>Whether there is one value only: hiding hid nothing.</summary>
    public bool IsDetermined => Low == High;

    /// <summary>Whether the most is at least <paramref name="width"/> above the least.</summary>
    public bool IsAtLeast(long width) => High is not { } high || high - Low >= width;

    /// <summary><c>3</c>, <c>0 to 4</c>, or <c>2 or more</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsDetermined ? $"{Low}" : High is { } high ? $"{Low} to {high}" : $"{Low} or more")}");
}
