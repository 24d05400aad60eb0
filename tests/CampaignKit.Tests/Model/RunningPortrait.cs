using System.Globalization;
using System.Text;
using CampaignKit.Calendars;

namespace CampaignKit.Tests.Model;

/// <summary>The answers of a running campaign to every question it takes, as one text: two that hold the same say the same.</summary>
internal static class RunningPortrait
{
    public static async Task<string> OfAsync(RunningCampaign campaign)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{campaign.Position} {campaign.Counts}");
        var calendar = campaign.Definition.Calendar;
        List<CampaignPeriod?> windows = [null];
        for (var day = campaign.Definition.From; day <= campaign.Definition.To; day = day.PlusDays(7))
            windows.Add(calendar.PeriodOf(PeriodRule.Week, day));

        foreach (var unit in campaign.Definition.Units.Values)
        {
            foreach (var window in unit.IsSet ? [null] : windows)
            {
                var tally = campaign.Tally(unit.Id, window);
                text.AppendLine(CultureInfo.InvariantCulture, $"{unit.Id} {window}: {tally.Total}");
                foreach (var team in campaign.Definition.Teams)
                    text.AppendLine(CultureInfo.InvariantCulture, $"  {team} {tally.ByTeam[team]} {(unit.IsSet ? string.Join(",", tally.SlotsByTeam[team]) : "")}");
                if (!unit.IsSet)
                    text.AppendJoin('\n', campaign.Leaderboard(unit.Id, window).Top(int.MaxValue)).AppendLine();
            }
        }

        foreach (var goal in campaign.Definition.Goals.Keys)
            text.AppendLine(CultureInfo.InvariantCulture, $"{goal} {campaign.Goal(goal)} {campaign.Goal(goal).MetAt}");
        for (var number = 1; await campaign.FindAsync(number) is { } participant; number++)
        {
            var handbook = (await campaign.HandbookAsync(participant))!;
            text.AppendLine(CultureInfo.InvariantCulture, $"{participant} of {handbook.Team}")
                .AppendJoin('\n', handbook.Totals.OrderBy(t => t.Key, StringComparer.Ordinal)).AppendLine()
                .AppendJoin('\n', handbook.Streaks.OrderBy(s => s.Key, StringComparer.Ordinal)).AppendLine()
                .AppendJoin('\n', handbook.Entries).AppendLine();
        }

        return text.ToString();
    }
}
