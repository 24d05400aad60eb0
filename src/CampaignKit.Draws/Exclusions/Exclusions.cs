using System.Globalization;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The persons who cannot win by any rule of a draw, each with the reason: staff, people struck for cheating, winners of the last draws.
/// Published as lines <c>person ‖ TAB ‖ reason</c> with a digest in the manifest. Immutable, safe from any thread.
/// </summary>
/// <remarks>A person is who holds an entry, or the entrant itself. Person and reason have the form of an id: 1 to 256 bytes, no control character.</remarks>
public sealed class Exclusions
{
    private const char CutMark = '…';
    private const int CutMarkBytes = 3;

    private readonly EntrantLines _lines;

    private Exclusions(EntrantLines lines) => _lines = lines;

    /// <summary>Nobody.</summary>
    public static Exclusions None { get; } = Of([]);

    /// <summary>The number of persons.</summary>
    public int Size => _lines.Count;

    /// <summary>SHA-256 of the lines in byte order, each ended by a line feed.</summary>
    public Digest Digest => _lines.Digest;

    /// <summary>The persons in byte order, made into strings one by one.</summary>
    public IEnumerable<string> Persons => Enumerable.Range(0, Size).Select(_lines.IdText);

    /// <summary>What a manifest says of them; null if there are none.</summary>
    public ExclusionsCommitment? Commitment => Size == 0 ? null : new(Digest, Size);

    internal EntrantLines Lines => _lines;

    /// <summary>The persons given, each with the reason.</summary>
    /// <exception cref="PoolFormatException">A person stands twice, or a person or reason is malformed; all problems are named together.</exception>
    public static Exclusions Of(IEnumerable<(string Person, string Reason)> persons)
    {
        var lines = new EntrantLinesBuilder(LineShape.Reasons, "entry");
        foreach (var (person, reason) in Guard.Against.Null(persons))
            lines.Add(person, Guard.Against.Null(reason, nameof(persons)));
        return new Exclusions(lines.Build());
    }

    /// <summary>
    /// Who won past draws, so that they pause in this one. The reason reads <c>won changning/lucky/2021-W12 by rank</c>, cut to the length
    /// that a reason may have; of someone who won more than once it names the first win given. Where prizes were claimed or forfeited, those who hold them count.
    /// </summary>
    /// <param name="past">The transcripts of draws that named the same persons alike; pseudonyms differ from draw to draw.</param>
    /// <exception cref="DrawDocumentException">A claim of a transcript does not follow from those before; the error names it.</exception>
    public static Exclusions WinnersOf(IEnumerable<Transcript> past) => Of(Guard.Against.Null(past)
        .SelectMany(transcript => PrizesKept(Guard.Against.Null(transcript, nameof(past))).Select(kept => (kept.Person, Reason: ReasonFor(transcript.Manifest.Name, kept.RuleId))))
        .DistinctBy(win => win.Person, StringComparer.Ordinal));

    /// <summary>Reads a file: UTF-8, a person, a tab and a reason a line; else as <see cref="PoolFile"/> reads pools.</summary>
    /// <exception cref="PoolFormatException">Lines are wrong; each is named with value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Exclusions Load(string path) => new(PoolFile.Lines(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), LineShape.Reasons));

    /// <summary>Writes the lines in byte order; a file of that name is replaced, as a whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(_lines.Text));

    /// <summary>These and others; of someone who is in both, the reason given here stays.</summary>
    public Exclusions And(Exclusions other)
    {
        var added = Guard.Against.Null(other);
        return Of(Entries(_lines).Concat(Entries(added._lines).Where(entry => !Contains(entry.Person))));
    }

    /// <summary>Whether the person cannot win.</summary>
    /// <exception cref="ArgumentException"><paramref name="person"/> cannot be an id.</exception>
    public bool Contains(string person) => ReasonFor(person) is not null;

    /// <summary>Why the person cannot win; null if they can.</summary>
    /// <exception cref="ArgumentException"><paramref name="person"/> cannot be an id.</exception>
    public string? ReasonFor(string person) =>
        _lines.IndexOf(EntrantText.Bytes(Guard.Against.Null(person), nameof(person))) is >= 0 and var line ? _lines.ValueText(line) : null;

    /// <summary>The reason for which who won by a rule pauses: <c>won changning/lucky/2021-W12 by rank</c>, cut to the length that a reason may have.</summary>
    public static string ReasonFor(DrawName draw, string ruleId) => Cut($"won {Guard.Against.Null(draw)} by {Guard.Against.Null(ruleId)}");

    internal static Exclusions Of(EntrantLines lines) => new(lines);

    internal bool Contains(ReadOnlySpan<byte> person) => _lines.IndexOf(person) >= 0;

    // Who forfeited a prize has not won it, and who was promoted to it has.
    private static IEnumerable<(string RuleId, string Person)> PrizesKept(Transcript transcript) => transcript.Claims.Count == 0
        ? transcript.Rules.SelectMany(outcome => outcome.Winners.Select(winner => (outcome.RuleId, winner.Person)))
        : Claims.Of(transcript).Prizes.Where(prize => prize.Person is not null).Select(prize => (prize.RuleId, prize.Person!));

    private static IEnumerable<(string Person, string Reason)> Entries(EntrantLines lines) =>
        Enumerable.Range(0, lines.Count).Select(line => (lines.IdText(line), lines.ValueText(line)));

    private static string Cut(string reason)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= EntrantText.MaxIdBytes)
            return reason;
        var room = EntrantText.MaxIdBytes - CutMarkBytes;
        var kept = new StringBuilder();
        foreach (var rune in reason.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            kept.Append(CultureInfo.InvariantCulture, $"{rune}");
        }

        return kept.Append(CutMark).ToString();
    }
}
