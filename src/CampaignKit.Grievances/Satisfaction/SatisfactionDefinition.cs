using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// What "satisfied" means in a report: which answers count, with which weight, over which cases, under which name and version.
/// </summary>
/// <remarks>
/// <para>A definition is data, read by <see cref="Parse"/> or <see cref="Load"/> from JSON, with weights in exact thousandths:</para>
/// <code>
/// {
///   "definition": "three rates", "version": 1,
///   "answers": { "satisfied": 1000, "basically satisfied": 900, "dissatisfied": 0 },
///   "unrated": ["not reached"],
///   "rates": {
///     "response":     { "of": "rated", "named": "valid call-backs" },
///     "resolution":   { "of": "rated", "named": "valid call-backs" },
///     "satisfaction": { "of": "rated", "named": "valid call-backs" }
///   },
///   "composite": { "response": 100, "resolution": 500, "satisfaction": 400 }
/// }
/// </code>
/// <para>Answers are compared without regard to case and outer spaces. <c>unrated</c> lists answers that mean no rating, as a blank always
/// does. <c>of</c> is <c>rated</c> (unrated cases drop out) or <c>closed</c> (they count as not satisfied). Immutable and safe for use from any
/// thread.</para>
/// </remarks>
public sealed class SatisfactionDefinition
{
    /// <summary>A whole answer, or the whole of the composite weights, in thousandths.</summary>
    public const int Whole = 1000;

    private readonly FrozenDictionary<string, int> _answers;
    private readonly FrozenSet<string> _unrated;

    internal SatisfactionDefinition(
        string name,
        int version,
        IReadOnlyDictionary<string, int> answers,
        IReadOnlyCollection<string> unrated,
        RateDefinition response,
        RateDefinition resolution,
        RateDefinition satisfaction,
        CompositeWeights? composite)
    {
        Name = name;
        Version = version;
        _answers = answers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _unrated = unrated.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Response = response;
        Resolution = resolution;
        Satisfaction = satisfaction;
        Composite = composite;
    }

    /// <summary>
    /// The three rates of a Chinese 12345 hotline, in the manner of Beijing: response (the unit contacted the citizen), resolution and
    /// satisfaction, all over valid call-backs, "basically satisfied" worth 0.9, composite 0.1 / 0.5 / 0.4. The weights are those of one
    /// district; copy the text of <see cref="ThreeRatesJson"/> to change them.
    /// </summary>
    public static SatisfactionDefinition ThreeRates { get; } = Parse(ThreeRatesJson);

    /// <summary>The text of <see cref="ThreeRates"/>.</summary>
    public const string ThreeRatesJson =
        """
        {
          "definition": "three rates", "version": 1,
          "answers": {
            "very satisfied": 1000, "satisfied": 1000, "basically satisfied": 900, "dissatisfied": 0, "very dissatisfied": 0,
            "非常满意": 1000, "满意": 1000, "基本满意": 900, "不满意": 0, "非常不满意": 0
          },
          "unrated": ["not reached", "not rated", "未接通", "未评价"],
          "rates": {
            "response":     { "of": "rated", "named": "valid call-backs" },
            "resolution":   { "of": "rated", "named": "valid call-backs" },
            "satisfaction": { "of": "rated", "named": "valid call-backs" }
          },
          "composite": { "response": 100, "resolution": 500, "satisfaction": 400 }
        }
        """;

    /// <summary>What the definition is called.</summary>
    public string Name { get; }

    /// <summary>Its version, from 1 on.</summary>
    public int Version { get; }

    /// <summary>What each answer that counts is worth, in thousandths.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>The answers that mean no rating, beside a blank.</summary>
    public IReadOnlyCollection<string> Unrated => _unrated;

    /// <summary>The rate of cases whose citizen was contacted.</summary>
    public RateDefinition Response { get; }

    /// <summary>The rate of cases that were resolved.</summary>
    public RateDefinition Resolution { get; }

    /// <summary>The rate of satisfied answers, each by its weight.</summary>
    public RateDefinition Satisfaction { get; }

    /// <summary>The weights of the composite score; null if there is none.</summary>
    public CompositeWeights? Composite { get; }

    /// <summary>Reads a definition from JSON.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with path, value and rule.</exception>
    public static SatisfactionDefinition Parse(string json) =>
        TryParse(json, out var definition, out var flaws) ? definition : throw new DefinitionException("The satisfaction definition", flaws);

    /// <summary>Reads a definition from JSON, or says in <paramref name="flaws"/> everything that is wrong with it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out SatisfactionDefinition? definition, out IReadOnlyList<DefinitionFlaw> flaws)
    {
        Guard.Against.Null(json);
        definition = DefinitionNode.Read(json, SatisfactionJson.Read, out flaws);
        return definition is not null;
    }

    /// <summary>Reads a definition from a file of JSON.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with path, value and rule.</exception>
    public static SatisfactionDefinition Load(string path) => Parse(File.ReadAllText(Guard.Against.NullOrEmpty(path)));

    /// <summary>The composite score as a share between 0 and 1; null without weights, or if a rate that has weight has no data.</summary>
    /// <exception cref="ArgumentNullException">A rate is null.</exception>
    public double? CompositeOf(Rate response, Rate resolution, Rate satisfaction)
    {
        Guard.Against.Null(response);
        Guard.Against.Null(resolution);
        Guard.Against.Null(satisfaction);
        if (Composite is not { } weights)
            return null;

        (int Weight, Rate Rate)[] parts = [(weights.Response, response), (weights.Resolution, resolution), (weights.Satisfaction, satisfaction)];
        var counted = parts.Where(p => p.Weight > 0).ToArray();
        return counted.All(p => p.Rate.HasData) ? (double)(counted.Sum(p => p.Weight * p.Rate.Hits / p.Rate.Base) / Whole) : null;
    }

    /// <summary>
    /// The whole definition for people, in a few lines: what each answer is worth, what is no rating, which cases each rate is over, and the
    /// composite weights.
    /// </summary>
    public string Explain()
    {
        var worths = _answers.GroupBy(a => a.Value, a => a.Key).OrderByDescending(g => g.Key)
            .Select(g => $"{Share(g.Key)} {string.Join(", ", g.Order(StringComparer.Ordinal))}");
        string[] lines =
        [
            ToString(),
            $"  answers       {string.Join("; ", worths)}",
            $"  no rating     {string.Join(", ", ["blank", .. _unrated.Order(StringComparer.Ordinal)])}",
            $"  response      over {Over(Response)}",
            $"  resolution    over {Over(Resolution)}",
            $"  satisfaction  over {Over(Satisfaction)}",
            .. Composite is { } weights
                ? [$"  composite     {Share(weights.Response)} response + {Share(weights.Resolution)} resolution + {Share(weights.Satisfaction)} satisfaction"]
                : Array.Empty<string>(),
        ];
        return string.Join(Environment.NewLine, lines);

        static string Share(int thousandths) => (thousandths / (decimal)Whole).ToString("0.###", CultureInfo.InvariantCulture);

        static string Over(RateDefinition rate) => $"{rate.BaseName} ({(rate.Base is CaseBase.Rated ? "rated cases" : "closed cases, unrated ones not satisfied")})";
    }

    /// <summary>Name and version, as reports print them: <c>three rates v1</c>.</summary>
    public override string ToString() => $"{Name} v{Version}";

    /// <summary>What <paramref name="answer"/> is worth in thousandths; null if it is no rating, known or not.</summary>
    internal int? WorthOf(string? answer) => answer is not null && _answers.TryGetValue(answer.Trim(), out var worth) ? worth : null;

    /// <summary>Whether the definition says nothing of <paramref name="answer"/>, so that a report must.</summary>
    internal bool IsUnknown(string? answer) =>
        !string.IsNullOrWhiteSpace(answer) && !_answers.ContainsKey(answer.Trim()) && !_unrated.Contains(answer.Trim());
}
