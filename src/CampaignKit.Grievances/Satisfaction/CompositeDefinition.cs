using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>What a composite score is composed of: any named rates by weight, and parts that are not measured but granted in full.</summary>
/// <remarks>
/// <para>A definition is data, read by <see cref="Parse"/> from JSON, with weights in exact thousandths that add up to 1,000:</para>
/// <code>
/// {
///   "composite": "panjin", "version": 1,
///   "weights": { "completion": 200, "satisfaction": 300 },
///   "granted": { "feedback, call-backs and knowledge base": 500 }
/// }
/// </code>
/// <para>The three rates of a hotline have their weights in <see cref="SatisfactionDefinition"/>. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class CompositeDefinition
{
    internal CompositeDefinition(string name, int version, IReadOnlyDictionary<string, int> weights, IReadOnlyDictionary<string, int> granted)
    {
        Name = name;
        Version = version;
        Weights = weights;
        Granted = granted;
    }

    /// <summary>What the definition is called.</summary>
    public string Name { get; }

    /// <summary>Its version, from 1 on.</summary>
    public int Version { get; }

    /// <summary>The weight of each rate, in thousandths.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; }

    /// <summary>The weight of each part that everybody gets in full, in thousandths: it lifts all scores and tells none apart.</summary>
    public IReadOnlyDictionary<string, int> Granted { get; }

    /// <summary>Reads a definition from JSON.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with path, value and rule.</exception>
    public static CompositeDefinition Parse(string json) =>
        TryParse(json, out var definition, out var flaws) ? definition : throw new DefinitionException("The composite definition", flaws);

    /// <summary>Reads a definition from JSON, or says in <paramref name="flaws"/> everything that is wrong with it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out CompositeDefinition? definition, out IReadOnlyList<DefinitionFlaw> flaws)
    {
        Guard.Against.Null(json);
        definition = DefinitionNode.Read(json, CompositeJson.Read, out flaws);
        return definition is not null;
    }

    /// <summary>The score as a share between 0 and 1; null if a rate that has weight has no data.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentException">The rates are not those of the definition; the message names each that is missing or unknown.</exception>
    public double? ScoreOf(IReadOnlyDictionary<string, Rate> rates)
    {
        Guard.Against.Null(rates);
        string[] flaws =
        [
            .. Weights.Keys.Except(rates.Keys).Order(StringComparer.Ordinal).Select(name => $"The rate '{name}' is missing."),
            .. rates.Keys.Except(Weights.Keys).Order(StringComparer.Ordinal).Select(name => $"The rate '{name}' has no weight."),
        ];
        if (flaws.Length > 0)
            throw new ArgumentException($"{this}: {string.Join(" ", flaws)}", nameof(rates));

        var counted = Weights.Where(w => w.Value > 0).Select(w => (Weight: w.Value, Rate: rates[w.Key])).ToList();
        return counted.All(p => p.Rate.HasData)
            ? (double)((Granted.Values.Sum() + counted.Sum(p => p.Weight * p.Rate.Hits / p.Rate.Base)) / SatisfactionDefinition.Whole)
            : null;
    }

    /// <summary>Name, version and weights, as reports print them: <c>panjin v1: 0.2 completion + 0.3 satisfaction + 0.5 other duties (granted)</c>.</summary>
    public override string ToString() =>
        $"{Name} v{Version}: {string.Join(" + ", [.. Weights.Select(w => Part(w, "")), .. Granted.Select(w => Part(w, " (granted)"))])}";

    private static string Part(KeyValuePair<string, int> part, string note) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Value / (decimal)SatisfactionDefinition.Whole:0.###} {part.Key}{note}");
}
