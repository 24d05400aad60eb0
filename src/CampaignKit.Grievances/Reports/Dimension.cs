using System.Diagnostics.CodeAnalysis;
using CampaignKit.Calendars;

namespace CampaignKit.Grievances;

/// <summary>What a report groups cases by. Immutable and safe for use from any thread.</summary>
public sealed class Dimension
{
    private readonly Func<CaseRecord, CampaignCalendar, string> _key;

    private Dimension(string name, Func<CaseRecord, CampaignCalendar, string> key)
    {
        Name = name;
        _key = key;
    }

    /// <summary>The unit that handled the case.</summary>
    public static Dimension Unit { get; } = new("unit", (record, _) => record.Unit);

    /// <summary>What the case is about.</summary>
    public static Dimension Category { get; } = new("category", (record, _) => record.Category);

    /// <summary>The ISO week in which the case began.</summary>
    public static Dimension Week { get; } = Every(PeriodRule.Week);

    /// <summary>The month in which the case began.</summary>
    public static Dimension Month { get; } = Every(PeriodRule.Month);

    /// <summary>The name: <c>unit</c>, <c>category</c>, or the text of a period rule.</summary>
    public string Name { get; }

    /// <summary>The period in which the case began, by the calendar of the table.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public static Dimension Every(PeriodRule rule) =>
        new(Guard.Against.Null(rule).ToString(), (record, calendar) => calendar.PeriodOf(rule, record.Opened).Id);

    /// <summary>Finds the dimension of that <see cref="Name"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Dimension? dimension, [NotNullWhen(false)] out string? reason)
    {
        dimension = name switch
        {
            "unit" => Unit,
            "category" => Category,
            _ => PeriodRule.TryParse(name, out var rule, out _) ? Every(rule) : null,
        };
        reason = dimension is null ? $"'{name}' is nothing to group by: there is unit, category, day, week, month and 'week from saturday'." : null;
        return dimension is not null;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal string KeyOf(CaseRecord record, CampaignCalendar calendar) => _key(record, calendar);
}
