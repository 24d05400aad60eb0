using System.Collections.Frozen;
using CampaignKit.Calendars;
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

    internal Campaign(CampaignParts parts)
    {
        Id = parts.Id;
        Version = parts.Version;
        Calendar = new CampaignCalendar(parts.Zone, parts.DayStart);
        From = parts.From;
        To = parts.To;
        NumberDigits = parts.NumberDigits;
        Teams = [.. parts.Teams];
        Sites = [.. parts.Sites];
        Units = parts.Units.ToFrozenDictionary(u => u.Id, StringComparer.Ordinal);
        Tasks = parts.Tasks.ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);
        Goals = parts.Goals.ToFrozenDictionary(g => g.Id, StringComparer.Ordinal);
        Draws = parts.Draws.ToFrozenDictionary(d => d.Id, StringComparer.Ordinal);
        Opens = Calendar.StartOf(From);
        Closes = Calendar.EndOf(To);
    }

    /// <summary>The campaign's id: the name it has in the store, in draws and in <see cref="ICampaigns"/>.</summary>
    public string Id { get; }

    /// <summary>The version of this definition, from 1; each check-in keeps the version it was made under.</summary>
    public int Version { get; }

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

    /// <summary>What can be awarded, by id.</summary>
    public IReadOnlyDictionary<string, Unit> Units { get; }

    /// <summary>What people can do, by id.</summary>
    public IReadOnlyDictionary<string, CampaignTask> Tasks { get; }

    /// <summary>The goals, by id.</summary>
    public IReadOnlyDictionary<string, Goal> Goals { get; }

    /// <summary>The periodic draws, by id.</summary>
    public IReadOnlyDictionary<string, DrawDefinition> Draws { get; }

    /// <summary>Starts a definition in code; <see cref="CampaignBuilder.Build"/> checks and yields it.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="version">The version of the definition, from 1.</param>
    public static CampaignBuilder Define(string id, int version) => new(id, version);

    /// <summary>The participant number as people see it: decimal, padded with zeros to <see cref="NumberDigits"/>.</summary>
    /// <param name="number">The number, from 1.</param>
    public string FormatNumber(int number) =>
        Guard.Against.NegativeOrZero(number).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(NumberDigits, '0');
}
