namespace CampaignKit.Grievances;

/// <summary>Names as people sort them: whole numbers by size and before all else, then texts by ordinal comparison, and no name last.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => KeyOf(x!).CompareTo(KeyOf(y!)) is var order and not 0 ? order : string.CompareOrdinal(x, y);

    private static (int Kind, long Number) KeyOf(string name) =>
        name.Length == 0 ? (2, 0)
        : name.Length < 18 && name.All(char.IsAsciiDigit) ? (0, long.Parse(name, System.Globalization.CultureInfo.InvariantCulture))
        : (1, 0);
}
