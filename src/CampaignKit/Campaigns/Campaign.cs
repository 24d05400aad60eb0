using System.Collections.ObjectModel;
using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// The definition of a campaign: data, immutable, checked as a whole. It comes from <see cref="CampaignFile"/> (JSON) or from
/// <see cref="Define"/> (code), and a campaign that exists is valid. Safe to use from any thread.
/// </summary>
public sealed class Campaign
{
    /// <summary>How many digits a participant number has unless the definition says otherwise.</summary>
    public const int DefaultNumberDigits = 5;

    private Campaign(CampaignParts parts)
    {
        Id = parts.Id;
        Version = parts.Version;
        Calendar = CampaignCalendar.In(parts.Zone!, parts.DayStart);
        From = parts.From!.Value;
        To = parts.To!.Value;
        NumberDigits = parts.NumberDigits;
        Teams = [.. parts.Teams];
        Sites = [.. parts.Sites];
        Units = ById(parts.Units, u => u.Id);
        Tasks = ById(parts.Tasks, t => t.Id);
        Goals = ById(parts.Goals, g => g.Id);
        Draws = ById(parts.Draws, d => d.Id);
        Opens = Calendar.StartOf(From);
        Closes = Calendar.EndOf(To);
        Digest = CampaignWriter.DigestOf(this);
    }

    /// <summary>The campaign's id: the name it has in the store, in draws and in <see cref="ICampaigns"/>.</summary>
    public string Id { get; }

    /// <summary>The version of this definition, from 1; each check-in keeps the version it was made under.</summary>
    public int Version { get; }

    /// <summary>
    /// What the definition says, in one value: SHA-256 of its canonical JSON (RFC 8785), so that two definitions have the same digest exactly
    /// if they say the same, whatever the order in which they name units, tasks, goals and draws. Of the text that
    /// <see cref="CampaignFile.Write"/> gives, <c>jq -cjS . FILE | sha256sum</c> prints it.
    /// </summary>
    public Digest Digest { get; }

    /// <summary>The campaign's days: its time zone and the time at which a day starts.</summary>
    public CampaignCalendar Calendar { get; }

    /// <summary>The first campaign day.</summary>
    public LocalDate From { get; }

    /// <summary>The last campaign day, inclusive.</summary>
    public LocalDate To { get; }

    /// <summary>The instant at which the first day starts.</summary>
    public Instant Opens { get; }

    /// <summary>The instant at which the last day ends, exclusive.</summary>
    public Instant Closes { get; }

    /// <summary>How many digits a participant number is padded to.</summary>
    public int NumberDigits { get; }

    /// <summary>The ids of the teams, in the order of the definition.</summary>
    public IReadOnlyList<string> Teams { get; }

    /// <summary>The ids of the sites (landmarks) at which tasks can be done, in the order of the definition.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>What can be awarded, by id, in the order of the definition.</summary>
    public IReadOnlyDictionary<string, Unit> Units { get; }

    /// <summary>What people can do, by id, in the order of the definition.</summary>
    public IReadOnlyDictionary<string, CampaignTask> Tasks { get; }

    /// <summary>The goals, by id, in the order of the definition.</summary>
    public IReadOnlyDictionary<string, Goal> Goals { get; }

    /// <summary>The periodic draws, by id, in the order of the definition.</summary>
    public IReadOnlyDictionary<string, DrawDefinition> Draws { get; }

    /// <summary>Starts a definition in code; <see cref="CampaignBuilder.Build"/> checks and yields it.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="version">The version of the definition, from 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static CampaignBuilder Define(string id, int version) => new(id, version);

    /// <summary>The participant number as people see it: decimal, padded with zeros to <see cref="NumberDigits"/>.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <exception cref="ArgumentException"><paramref name="number"/> is less than 1.</exception>
    public string FormatNumber(int number) =>
        Guard.Against.NegativeOrZero(number).ToString(CultureInfo.InvariantCulture).PadLeft(NumberDigits, '0');

    /// <summary>When the records of a draw's period are frozen: after its last whole day, also when the period ends in the middle of it.</summary>
    internal Instant FreezesAt(DrawDefinition draw, CampaignPeriod period) => Calendar.EndOf(period.LastDay) + draw.FreezeAfter;

    /// <summary>The campaign that the parts define; null if they have problems, or had some while they were read.</summary>
    internal static Campaign? Of(CampaignParts parts, DefinitionProblems problems)
    {
        CampaignChecks.Check(parts, problems);
        return problems.Found.Count == 0 ? new Campaign(parts) : null;
    }

    private static ReadOnlyDictionary<string, T> ById<T>(IEnumerable<T> parts, Func<T, string> id) =>
        new(new OrderedDictionary<string, T>(parts.Select(p => KeyValuePair.Create(id(p), p)), StringComparer.Ordinal));
}
