using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>One group of cases in a report, or all of them.</summary>
public sealed record SatisfactionRow
{
    internal SatisfactionRow(IReadOnlyList<string> key) => Key = key;

    /// <summary>The group: a value for each dimension of the report, empty where the case has none; no values for the total.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>How many cases the group has.</summary>
    public required long Cases { get; init; }

    /// <summary>How many of them are open.</summary>
    public required long Open { get; init; }

    /// <summary>The rate of closed cases with an answer that counts: how much the other rates can know.</summary>
    public required Rate Rated { get; init; }

    /// <summary>The rate of cases whose citizen was contacted.</summary>
    public required Rate Response { get; init; }

    /// <summary>The rate of cases that were resolved.</summary>
    public required Rate Resolution { get; init; }

    /// <summary>The rate of satisfied answers, each by its weight.</summary>
    public required Rate Satisfaction { get; init; }

    /// <summary>The composite score as a share between 0 and 1; null if the definition has none or a rate has no data.</summary>
    public required double? Composite { get; init; }

    /// <summary>The group, its cases, and its rates in a line each.</summary>
    public override string ToString()
    {
        var name = Key.Count == 0 ? "total" : string.Join(" / ", Key.Select(k => k.Length > 0 ? k : "(none)"));
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{name}: {Cases:#,0} cases, {Open:#,0} open"),
            $"  response      {Response}",
            $"  resolution    {Resolution}",
            $"  satisfaction  {Satisfaction}",
            $"  rated         {Rated}",
            .. Composite is { } score ? [$"  composite     {Percent.Of(score)}"] : Array.Empty<string>(),
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
