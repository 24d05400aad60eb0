using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The cases of a table that a report is of.</summary>
/// <param name="Table">These cases alone.</param>
/// <param name="Earlier">How many began too early.</param>
/// <param name="Duplicates">How many were left out as duplicates.</param>
internal sealed record CaseSelection(CaseTable Table, long Earlier, long Duplicates)
{
    public static CaseSelection Of(CaseTable table, Instant? since, bool countDuplicates)
    {
        if (since is null && countDuplicates)
            return new CaseSelection(table, 0, 0);

        var (earlier, duplicates) = (0L, 0L);
        var builder = new CaseTableBuilder(table.Calendar, table.Grain, RepeatedIds.EveryCounts, badRowLimit: int.MaxValue);
        foreach (var record in table.Cases)
        {
            if (record.Opened < since)
                earlier++;
            else if (record.Duplicate && !countDuplicates)
                duplicates++;
            else
                builder.Add(record);
        }

        return new CaseSelection(builder.Build(), earlier, duplicates);
    }

    /// <summary>Just after the last opening or closing in the table; null if there is none.</summary>
    public Instant? End()
    {
        var columns = Table.Columns;
        if (columns.Count == 0)
            return null;

        var last = columns.Opened.Concat(columns.Closed.Where(c => c is not (CaseRow.Open or CaseRow.ClosedUndated))).Max();
        var instant = Instant.FromUnixTimeTicks(last);
        if (Table.Grain is TimeGrain.Day)
            return Table.Calendar.Zone.AtStartOfDay(instant.InZone(Table.Calendar.Zone).Date.PlusDays(1)).ToInstant();
        return Instant.FromUnixTimeTicks((last - (last % NodaConstants.TicksPerMinute)) + NodaConstants.TicksPerMinute);
    }
}
