using CampaignKit.Grievances;

namespace CampaignKit.Tool.Rates;

/// <summary>The interval of each rate, and that of their difference.</summary>
internal sealed record RateMethods(IntervalMethod OfOne, DifferenceMethod? OfDifference)
{
    /// <summary>What a difference may be computed by: its own name, or that of its kind for one rate.</summary>
    public static IEnumerable<string> OfDifferences => DifferenceMethod.All.SelectMany(m => new[] { m.OfOne.Id, m.Id }).Distinct();

    public static RateMethods Parse(string? id, bool forDifference)
    {
        if (forDifference)
        {
            return DifferenceMethod.All.FirstOrDefault(m => m.Id == id || m.OfOne.Id == id) is { } method
                ? new RateMethods(method.OfOne, method)
                : throw new BadInputException($"--method: {ShownText.Quoted(id ?? "")} gives no interval of a difference: there is {string.Join(", ", OfDifferences)}.");
        }

        if (IntervalMethod.TryParse(id, out var ofOne, out var unknown))
            return new RateMethods(ofOne, null);
        throw new BadInputException(DifferenceMethod.All.FirstOrDefault(m => m.Id == id) is { } difference
            ? $"--method is '{id}'; that is a method of differences, which --diff asks for; of one rate it is {difference.OfOne.Id}."
            : $"--method: {unknown}");
    }
}
