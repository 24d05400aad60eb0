using NodaTime;

namespace CampaignKit.Tests.Tallies;

public sealed class StreakTests
{
    private static readonly LocalDate Monday = new(2021, 3, 29);

    [Fact]
    public void Of_TodayStillOpen_NeitherBreaksNorCounts()
    {
        var engaged = new HashSet<LocalDate> { Monday, Monday.PlusDays(1) };
        Assert.Equal(new Streak(2, 2), Of(7, engaged, [], Monday.PlusDays(2)));
        Assert.Equal(new Streak(0, 2), Of(7, engaged, [], Monday.PlusDays(3)));
    }

    /// <summary>Weekend patrols from 2021-03-27 with two make-up working days: 12 due days, as published for 2021.</summary>
    [Fact]
    public void Of_PatrolsOnDueWeekends_MissBreaksAndLateExcuseMends()
    {
        var from = new LocalDate(2021, 3, 27);
        var today = new LocalDate(2021, 5, 9);
        var excluded = new HashSet<LocalDate> { new(2021, 4, 25), new(2021, 5, 8) };
        var due = Enumerable.Range(0, 44).Select(from.PlusDays)
            .Where(d => d.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday && !excluded.Contains(d)).ToList();
        var missed = new LocalDate(2021, 5, 2);

        Assert.Equal(12, due.Count);
        Assert.Equal(12, Streak.Of(due, _ => true, _ => false, today).Current);
        Assert.Equal(1, Streak.Of(due, d => d != missed, _ => false, today).Current);
        Assert.Equal(11, Streak.Of(due, d => d != missed, d => d == missed, today).Current);
    }

    [Property]
    public void Of_AnyDays_IsTheLongestRunOfNeighbours(bool[] days)
    {
        var engaged = days.Index().Where(d => d.Item).Select(d => Monday.PlusDays(d.Index)).ToHashSet();
        var streak = Of(days.Length, engaged, [], Monday.PlusDays(days.Length));
        var runs = string.Concat(days.Select(d => d ? 'x' : ' ')).Split(' ');

        Assert.Equal(runs.Max(r => r.Length), streak.Longest);
        Assert.Equal(runs[^1].Length, streak.Current);
    }

    [Property]
    public void Of_ExcusingADay_NeverShortens(bool[] days, int which)
    {
        var engaged = days.Index().Where(d => d.Item).Select(d => Monday.PlusDays(d.Index)).ToHashSet();
        var excused = Monday.PlusDays(Math.Abs(which % Math.Max(1, days.Length)));
        var today = Monday.PlusDays(days.Length);

        Assert.True(Of(days.Length, engaged, [excused], today).Current >= Of(days.Length, engaged, [], today).Current);
    }

    private static Streak Of(int days, HashSet<LocalDate> engaged, HashSet<LocalDate> excused, LocalDate today) =>
        Streak.Of(Enumerable.Range(0, days).Select(Monday.PlusDays), engaged.Contains, excused.Contains, today);
}
