using System.Diagnostics.CodeAnalysis;
using CampaignKit.Calendars;

namespace CampaignKit.Grievances;

/// <summary>What a report groups cases by. Immutable and safe for use from any thread.</summary>
public sealed class Dimension
{
    private readonly Func<CaseRecord, CampaignCalendar, string> _key;
    private readonly Func<CaseTable, TextColumn> _column;

    private Dimension(string name, Func<CaseRecord, CampaignCalendar, string> key, Func<CaseTable, TextColumn> column)
    {
        Name = name;
        _key = key;
        _column = column;
    }

    /// <summary>The unit that handled the case.</summary>
    public static Dimension Unit { get; } = new("unit", (record, _) => record.Unit, table => table.Columns.Unit);

    /// <summary>What the case is about.</summary>
    public static Dimension Category { get; } = new("category", (record, _) => record.Category, table => table.Columns.Category);

    /// <summary>The ISO week in which the case began.</summary>
    public static Dimension Week { get; } = Every(PeriodRule.Week);

    /// <summary>The month in which the case began.</summary>
    public static Dimension Month { get; } = Every(PeriodRule.Month);

    /// <summary>The name: <c>unit</c>, <c>category</c>, the text of a period rule, or what <see cref="Of"/> was told.</summary>
    public string Name { get; }

    /// <summary>The period in which the case began, by the calendar of the table.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public static Dimension Every(PeriodRule rule) => new(
        Guard.Against.Null(rule).ToString(),
        (record, calendar) => calendar.PeriodOf(rule, record.Opened).Id,
        table => table.PeriodsBy(rule));

    /// <summary>
    /// Anything else that a case tells, such as the year in which it began. Slower than the others: each report makes a record of every case
    /// and asks <paramref name="key"/>, which must say the same of the same record each time.
    /// </summary>
    /// <exception cref="ArgumentException">The name is blank, or <paramref name="key"/> is null.</exception>
    public static Dimension Of(string name, Func<CaseRecord, string> key)
    {
        Guard.Against.Null(key);
        return new(Guard.Against.NullOrWhiteSpace(name), (record, _) => key(record), table => ColumnOf(table, key));
    }

    /// <summary>Finds the dimension of that <see cref="Name"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Dimension? dimension, [NotNullWhen(false)] out string? reason)
    {
        dimension = name switch
        {
            "unit" => Unit,
            "category" => Category,
            _ => PeriodRule.TryParse(name, out var rule, out _) ? Every(rule) : null,
        };
        reason = dimension is null ? $"'{PrintedText.Short(name ?? "")}' is nothing to group by: there is unit, category, day, week, month and 'week from saturday'." : null;
        return dimension is not null;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal string KeyOf(CaseRecord record, CampaignCalendar calendar) => _key(record, calendar);

    internal TextColumn ColumnOf(CaseTable table) => _column(table);

    private static TextColumn ColumnOf(CaseTable table, Func<CaseRecord, string> key)
    {
        var codes = new TextCodes();
        foreach (var record in table.Cases)
            codes.Add(codes.CodeOf(key(record)));
        return codes.ToColumn();
    }
}
