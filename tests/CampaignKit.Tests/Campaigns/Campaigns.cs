using CampaignKit.Calendars;
using CampaignKit.Draws;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Tests;

/// <summary>Generators: valid campaigns of every shape that a definition can have.</summary>
public static class Campaigns
{
    private static readonly LocalDate FirstDay = new(2021, 3, 25);

    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<PeriodRule> Periods = Gen.OneOf(
        Gen.Elements(PeriodRule.Day, PeriodRule.Week, PeriodRule.Month),
        from first in Gen.Choose(1, 7)
        from minute in Gen.Choose(-1, (24 * 60) - 1)
        select PeriodRule.WeekFrom((IsoDayOfWeek)first, minute < 0 ? null : LocalTime.Midnight.PlusMinutes(minute)));

    public static Arbitrary<Campaign> Valid() => Arb.From(
        from size in Sizes
        from frame in Frame(size)
        from tasks in Gen.CollectToArray(Enumerable.Range(0, size.Tasks).Select(i => Task(size, i)))
        from goals in Goals(tasks, size)
        from draws in Gen.CollectToArray(Enumerable.Range(0, size.Draws).Select(i => Draw(tasks, i, size.Digits)))
        select tasks.Select(t => t.Say).Concat(goals).Concat(draws).Aggregate(frame, (builder, say) => say(builder)).Build());

    private static Gen<Size> Sizes =>
        from days in Gen.Choose(0, 120)
        from teams in Gen.Choose(0, 4)
        from sites in Gen.Choose(0, 3)
        from tasks in Gen.Choose(0, 5)
        from draws in Gen.Choose(0, 2)
        from digits in Gen.Choose(1, 9)
        select new Size(days, teams, sites, tasks, draws, digits);

    private static Gen<CampaignBuilder> Frame(Size size) =>
        from id in Gen.Elements("changning", "c", "2021-a", new string('x', 64))
        from version in Gen.Choose(1, 1_000)
        from zone in Gen.Elements("Asia/Shanghai", "Europe/Berlin", "Etc/GMT+8", "UTC", "Pacific/Apia")
        from dayStart in Gen.Choose(0, (24 * 60) - 1)
        from said in Coin
        select With(Campaign.Define(id, version).In(zone).From(FirstDay).To(FirstDay.PlusDays(size.Days)).NumberDigits(size.Digits), builder =>
        {
            builder.Teams(size.TeamIds).Sites(size.SiteIds).Unit("sum").Unit("set", slots: ["a", "b", "c"]);
            if (said)
                builder.DayStartsAt(LocalTime.Midnight.PlusMinutes(dayStart));
        });

    private static Gen<TaskCase> Task(Size size, int index) =>
        from perTeam in Coin
        from isMessage in Coin
        from cadence in perTeam && size.Teams > 0 && !isMessage
            ? Gen.Constant(Cadence.OncePerTeam)
            : Gen.OneOf(
                Gen.Elements(Cadence.Once, Cadence.AnyTime, Cadence.OncePerDay),
                from times in Gen.Choose(1, 20) from period in Periods select Cadence.TimesPer(times, period))
        from place in Gen.Choose(0, size.Sites > 0 ? 2 : 0)
        from sites in Gen.Choose(1, Math.Max(1, size.Sites))
        from window in Gen.Two(Gen.Choose(-1, size.Days))
        from evidence in Gen.Choose(-2, 100)
        from quantity in Gen.Choose(0, 1_000_000_000)
        from slot in Gen.Elements("", "a", "b", "c")
        from teamQuantity in size.Teams > 0 ? Gen.Choose(0, 1_000_000_000) : Gen.Constant(0)
        from teamSlot in size.Teams > 0 ? Gen.Elements("", "a", "b", "c") : Gen.Constant("")
        select new TaskCase(
            isMessage,
            quantity > 0,
            slot.Length > 0,
            teamQuantity > 0,
            teamSlot,
            builder => builder.Task($"task-{index}", t =>
            {
                t.Every(cadence);
                _ = place switch { 1 => t.AtAnySite(), 2 => t.At("site-0", size.SiteIds.Take(sites).Skip(1)), _ => t };
                var (first, last) = window;
                if (first >= 0)
                    t.From(FirstDay.PlusDays(last >= 0 ? Math.Min(first, last) : first));
                if (last >= 0)
                    t.To(FirstDay.PlusDays(Math.Max(first, last)));
                _ = evidence switch { -2 => t, -1 => t.StaffApproval(), _ => t.Quiz(evidence) };
                _ = isMessage ? t.Message() : t;
                _ = quantity > 0 ? t.Awards("sum", quantity) : t;
                _ = slot.Length > 0 ? t.AwardsSlot("set", slot) : t;
                _ = teamQuantity > 0 ? t.AwardsTeam("sum", teamQuantity) : t;
                _ = teamSlot.Length > 0 ? t.AwardsTeam("set", teamSlot) : t;
            }));

    private static Gen<Func<CampaignBuilder, CampaignBuilder>[]> Goals(TaskCase[] tasks, Size size)
    {
        var teamSlots = tasks.Select(t => t.TeamSlot).Where(s => s.Length > 0).Distinct().Count();
        var filled = tasks.Any(t => t.PaysSlot) ? 1_000 : teamSlots * size.Teams;
        var paid = tasks.Any(t => t.PaysSum || t.PaysTeamSum);
        return from slots in Gen.Choose(1, Math.Max(1, filled))
               from total in Gen.Choose(1, int.MaxValue)
               from latched in Gen.Two(Coin)
               select new[]
               {
                   filled > 0 ? Goal("picture", g => g.Distinct("set").Reaches(slots), latched.Item1) : builder => builder,
                   paid ? Goal("total", g => g.Sum("sum").Reaches(total * 100_000L), latched.Item2) : builder => builder,
               };
    }

    private static Func<CampaignBuilder, CampaignBuilder> Goal(string id, Func<GoalBuilder, GoalBuilder> say, bool latched) =>
        builder => builder.Goal(id, g => _ = latched ? say(g).Latched() : say(g));

    private static Gen<Func<CampaignBuilder, CampaignBuilder>> Draw(TaskCase[] tasks, int index, int digits) =>
        from period in Periods
        from freeze in Gen.Choose(0, 30 * 24 * 3600)
        from several in Coin
        from coolDown in Gen.Choose(0, 3)
        from claim in Gen.Choose(0, 366 * 24 * 3600)
        from rules in Gen.NonEmptyListOf(Rule(tasks, digits))
        select (Func<CampaignBuilder, CampaignBuilder>)(builder => builder.Draw($"draw-{index}", d =>
        {
            d.Every(period).FreezeAfter(Duration.FromSeconds(freeze));
            _ = several ? d.SeveralPrizesPerPerson() : d.OnePrizePerPerson();
            d.CoolDown(coolDown);
            if (claim > 0)
                d.ClaimWithin(Duration.FromSeconds(claim));
            foreach (var (place, rule) in rules.Index())
                rule(d, $"rule-{place}");
        }));

    private static Gen<Action<DrawBuilder, string>> Rule(TaskCase[] tasks, int digits)
    {
        var populations = Enum.GetValues<Population>().Where(p => p != Population.ApprovedMessages || tasks.Any(t => t.IsMessage));
        var random = from population in Gen.Elements(populations)
                     from take in Gen.Choose(1, 1_000_000)
                     from alternates in Gen.Choose(0, 1_000_000)
                     select (Action<DrawBuilder, string>)((d, id) => d.RandomOf(id, population, take, alternates));
        var first = from population in Gen.Elements(populations)
                    from take in Gen.Choose(1, 1_000_000)
                    select (Action<DrawBuilder, string>)((d, id) => d.FirstOf(id, population, take, alternates: take - 1));
        var authors = from take in Gen.Choose(1, 1_000_000)
                      select (Action<DrawBuilder, string>)((d, id) => d.RandomOf(id, Population.ApprovedMessages, take, 0, r => r with { OneEntryPerPerson = true }));
        var nth = from n in Gen.Choose(1, 1_000_000_000)
                  from offset in Gen.Choose(0, n - 1)
                  from of in Gen.Elements(Enum.GetValues<Numbering>())
                  select (Action<DrawBuilder, string>)((d, id) => d.EveryNth(id, n, of, offset));
        var top = from take in Gen.Choose(1, 1_000_000)
                  from ties in Gen.Elements(Enum.GetValues<TiePolicy>())
                  from alternates in Gen.Choose(0, 3)
                  select (Action<DrawBuilder, string>)((d, id) => d.TopBy(id, "sum", take, ties, alternates));
        var weighted = from take in Gen.Choose(1, 1_000_000)
                       select (Action<DrawBuilder, string>)((d, id) => d.RandomOf(id, Population.Participants, take, 0, r => r with { WeightedBy = "sum" }));
        var threshold = from atLeast in Gen.Choose(1, 1_000_000)
                        select (Action<DrawBuilder, string>)((d, id) => d.Threshold(id, "sum", atLeast));
        var ending = from count in Gen.Choose(1, 3)
                     from length in Gen.Choose(1, digits)
                     from of in Gen.Elements(Enum.GetValues<Numbering>())
                     select (Action<DrawBuilder, string>)((d, id) => d.NumberEndsWith(id, of, Enumerable.Range(7, count).Select(n => new string((char)('0' + n), length))));
        Gen<Action<DrawBuilder, string>>[] always = [random, first, nth, ending];
        Gen<Action<DrawBuilder, string>>[] ofMessages = tasks.Any(t => t.IsMessage) ? [authors] : [];
        Gen<Action<DrawBuilder, string>>[] ofSums = tasks.Any(t => t.PaysSum) ? [top, weighted, threshold] : [];
        return Gen.OneOf([.. always, .. ofMessages, .. ofSums]);
    }

    private static CampaignBuilder With(CampaignBuilder builder, Action<CampaignBuilder> say)
    {
        say(builder);
        return builder;
    }

    private sealed record Size(int Days, int Teams, int Sites, int Tasks, int Draws, int Digits)
    {
        public IEnumerable<string> TeamIds => Enumerable.Range(0, Teams).Select(i => $"team-{i}");

        public IEnumerable<string> SiteIds => Enumerable.Range(0, Sites).Select(i => $"site-{i}");
    }

    private sealed record TaskCase(
        bool IsMessage, bool PaysSum, bool PaysSlot, bool PaysTeamSum, string TeamSlot, Func<CampaignBuilder, CampaignBuilder> Say);
}
