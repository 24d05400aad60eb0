using System.Text;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// All that is fixed before the randomness exists: the draw, its rules in order with their pools' digests, the policies and the source.
/// Serialised by RFC 8785, so that it has one text and one digest. Immutable, safe from any thread.
/// </summary>
public sealed class Manifest
{
    /// <summary>The name of the format.</summary>
    public const string Format = "campaignkit-ticket-v1";

    private readonly byte[] _bytes;

    internal Manifest(DrawTerms terms)
    {
        Name = terms.Name;
        Number = terms.Number;
        Overlap = terms.Overlap;
        Exclusions = terms.Exclusions;
        Entropy = terms.Entropy;
        Late = terms.Late;
        ClaimWithin = terms.ClaimWithin;
        Rules = terms.Rules;
        _bytes = ManifestJson.Write(this);
        Digest = Digest.Of(_bytes);
    }

    /// <summary>Which draw.</summary>
    public DrawName Name { get; }

    /// <summary>Its number among the draws of the campaign; null if draws are not numbered.</summary>
    public DrawNumber? Number { get; }

    /// <summary>Whether one person may win more than once.</summary>
    public OverlapPolicy Overlap { get; }

    /// <summary>Who cannot win by any rule; null if everyone can.</summary>
    public ExclusionsCommitment? Exclusions { get; }

    /// <summary>Where the randomness will come from.</summary>
    public FutureEntropy Entropy { get; }

    /// <summary>Where it will come from if that source does not speak; null if the draw waits for it.</summary>
    public LateEntropy? Late { get; }

    /// <summary>When <see cref="Entropy"/> decides: do not hold by it before. Null if that is in the operator's hands.</summary>
    public Instant? DecidesFrom => Entropy.Due;

    /// <summary>When <see cref="Late"/> decides, if the first source has not spoken: do not hold by it before. Null if there is none.</summary>
    public Instant? LateDecidesFrom => Late is null ? null : Late.Entropy.Due ?? Entropy.Due + Late.After;

    /// <summary>How long a prize can be claimed, in whole seconds; null if that is not limited.</summary>
    public Duration? ClaimWithin { get; }

    /// <summary>The rules in the order in which they are applied.</summary>
    public IReadOnlyList<DrawRule> Rules { get; }

    /// <summary>SHA-256 of the canonical bytes.</summary>
    public Digest Digest { get; }

    /// <summary>The canonical bytes, UTF-8 without a final line feed: what is published and hashed.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The rule of that id.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public DrawRule this[string ruleId] => Rules.FirstOrDefault(rule => rule.Id == ruleId)
        ?? throw new KeyNotFoundException(NoRule(ruleId));

    /// <summary>Reads a manifest; white space and the order of fields are free, all else is strict.</summary>
    /// <exception cref="DrawDocumentException">The file is no manifest; the error names path, value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Manifest Load(string path) => Parse(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)));

    /// <summary>Reads a manifest; white space and the order of fields are free, all else is strict.</summary>
    /// <exception cref="DrawDocumentException"><paramref name="json"/> is no manifest; the error names path, value and rule.</exception>
    public static Manifest Parse(string json) => Parse(Encoding.UTF8.GetBytes(Guard.Against.Null(json)));

    /// <summary>Refuses things that a caller gives by rule id, if one is of no rule of the draw.</summary>
    internal void ExpectRules(IEnumerable<string> ruleIds, string parameter)
    {
        if (ruleIds.FirstOrDefault(id => Rules.All(rule => rule.Id != id)) is { } unknown)
            throw new ArgumentException(NoRule(unknown), parameter);
    }

    internal string NoRule(string ruleId) => $"The draw {Name} has no rule '{ruleId}'; it has {string.Join(", ", Rules.Select(rule => rule.Id))}.";

    /// <summary>The canonical text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_bytes);

    private static Manifest Parse(byte[] utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        return ManifestJson.Read(new DocumentNode(document.RootElement, "$"));
    }
}
