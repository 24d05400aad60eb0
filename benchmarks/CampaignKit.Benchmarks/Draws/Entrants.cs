using System.Globalization;

namespace CampaignKit.Benchmarks.Draws;

/// <summary>Ids as campaigns have them, 7 to 20 bytes, in byte order and always the same.</summary>
internal static class Entrants
{
    public const int Take = 20;

    private const int SpareLengths = 14;

    /// <summary>Each length as often as the others, in no order that a processor could learn.</summary>
    public static string[] Ids(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{number:D7}{new string('x', random.Next(SpareLengths))}"))];
    }
}
