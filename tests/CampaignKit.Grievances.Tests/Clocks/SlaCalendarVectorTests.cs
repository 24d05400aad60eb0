using System.Text.Json;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;
using Interval = NodaTime.Interval;

namespace CampaignKit.Grievances.Tests;

public sealed class SlaCalendarVectorTests
{
    private const string File = "sla_calendar.json";

    public static TheoryData<string> Cases => Vector.Ids(File, _ => true);

    [Fact]
    public void Vectors_OfTheFile_AreAll() => Assert.Equal(17, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Deadline_OfTheVector_IsDue(string id)
    {
        var vector = Vector.Of(File, id).Single();
        var calendar = CalendarOf(vector.GetProperty("calendar"));
        var clock = new ServiceClock(At(vector.GetProperty("created_local")), calendar, vector.GetProperty("pauses_local").EnumerateArray().Select(p => new Interval(At(p[0]), At(p[1]))));
        var target = Duration.FromMinutes(vector.GetProperty("target_minutes").GetInt64());
        var due = OffsetDateTimePattern.Rfc3339.Parse(vector.GetProperty("due").GetString()!).Value.ToInstant();

        Assert.Equal(due, clock.Deadline(target));
        Assert.Equal(target, clock.ElapsedAt(due));
        Assert.True(clock.ElapsedAt(due - Duration.Epsilon) < target);

        Instant At(JsonElement local) => calendar.Zone.AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local.GetString()!).Value).ToInstant();
    }

    /// <summary>The calendar of a vector, by way of the definition that a host would write.</summary>
    private static BusinessCalendar CalendarOf(JsonElement vector)
    {
        var calendar = new
        {
            zone = vector.GetProperty("tz").GetString(),
            week = string.Join("; ", vector.GetProperty("weekly").EnumerateObject().Select(d => $"{d.Name} {Hours(d.Value)}")),
            holidays = vector.TryGetProperty("holidays", out var holidays) ? holidays.EnumerateArray().Select(h => h.GetString()) : [],
            working = vector.TryGetProperty("extra_working", out var extra) ? extra.EnumerateObject().ToDictionary(e => e.Name, e => Hours(e.Value)) : [],
        };
        var json = JsonSerializer.Serialize(new { targets = "vector", version = 1, calendars = new { office = calendar }, clocks = new { }, within = Array.Empty<string>() });
        return ServiceTargets.Parse(json).Calendars["office"];
    }

    private static string Hours(JsonElement spans) => string.Join(' ', spans.EnumerateArray().Select(s => $"{s[0].GetString()}-{s[1].GetString()}"));
}
