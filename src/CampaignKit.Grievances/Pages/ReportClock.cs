using System.Globalization;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>How old the cases of a table are at an instant, in whole minutes, or in days where only dates are known; and times in words.</summary>
internal sealed class ReportClock
{
    public const long None = -1;

    private readonly TimeGrain _grain;

    public ReportClock(CaseTable table, Instant asOf)
    {
        _grain = table.Grain;
        Unit = _grain is TimeGrain.Day ? Duration.FromDays(1) : Duration.FromMinutes(1);
        var zone = table.Calendar.Zone;
        var (opened, closed, took) = (table.Columns.Opened, table.Columns.Closed, table.Columns.Took);
        var now = asOf.ToUnixTimeTicks();
        Ages = new long[opened.Length];
        Times = new CaseTime?[opened.Length];
        for (var i = 0; i < opened.Length; i++)
        {
            Ages[i] = opened[i] >= now ? None : CaseRow.TookOf(opened[i], now, _grain, zone) / UnitTicks;
            if (Ages[i] == None || (closed[i] < now && took[i] == CaseRow.NoTime))
                continue;
            Times[i] = closed[i] < now ? CaseTime.Closed(took[i] / UnitTicks) : CaseTime.Open(Ages[i]);
        }
    }

    /// <summary>What times are counted in.</summary>
    public Duration Unit { get; }

    /// <summary>How long ago each case began; <see cref="None"/> if it began later.</summary>
    public long[] Ages { get; }

    /// <summary>How long each case took or has been open; null if it began later or was closed at an unknown time.</summary>
    public CaseTime?[] Times { get; }

    private long UnitTicks => Unit.BclCompatibleTicks;

    public long UnitsOf(Duration time) => time.BclCompatibleTicks / UnitTicks;

    /// <summary>Up to a whole hour or day, where the time is one that people name in hours or days.</summary>
    public long RoundedUp(long units)
    {
        var minutes = (long)(Unit * units).TotalMinutes;
        var step = minutes < 120 ? 1 : minutes < 48 * 60 ? 60 : 24 * 60;
        return _grain is TimeGrain.Day ? units : (minutes + step - 1) / step * step;
    }

    public string Text(TimeQuantile quantile) => quantile switch
    {
        TimeReached reached => Text(reached.Time),
        TimeNotReached open => $"not reached ({Percent.Of(open.StillOpen)} % open after {Text(open.Longest)})",
        _ => "no data",
    };

    public string Text(Duration? time) => time is { } duration ? Text(duration) : "no data";

    public string Text(long units) => Text(Unit * units);

    // Tenths of an hour and of a day say as much as anyone can use.
    private string Text(Duration time)
    {
        if (_grain is TimeGrain.Day)
            return time.TotalDays == 1 ? "1 day" : Of($"{time.TotalDays:#,0} days");
        return time.TotalMinutes < 120 ? Of($"{Math.Floor(time.TotalMinutes):0} min")
            : time.TotalHours < 48 ? Of($"{time.TotalHours:0.#} h")
            : Of($"{time.TotalDays:#,0.#} days");
    }

    private static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
