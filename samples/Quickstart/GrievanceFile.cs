using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Quickstart;

/// <summary>Makes a CSV of citizens' grievances such as a hotline keeps: units that differ, call-backs that reach some, answers of some.</summary>
internal static class GrievanceFile
{
    /// <summary>Which columns hold what, in the form that <c>--map</c> takes.</summary>
    public const string Map = "id=case,opened=opened,closed=closed,unit=unit,category=category,contacted=contacted,resolved=resolved,rating=rating";

    private static readonly string[] Categories = ["noise", "lifts", "parking", "waste", "heating"];
    private static readonly (string Unit, int Cases, double Contacted, double Resolved, double Satisfied)[] Units =
    [
        ("Zhongshan", 910, 0.97, 0.86, 0.91),
        ("Tianshan", 742, 0.93, 0.90, 0.95),
        ("Hongqiao", 655, 0.99, 0.79, 0.84),
        ("Xinhua", 488, 0.90, 0.88, 0.93),
        ("Beixinjing", 203, 0.95, 0.70, 0.77),
        ("Chengjiaqiao", 7, 1.00, 0.99, 0.99),
    ];

    public static void Write(string path, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path);
        file.WriteLine("case,opened,closed,unit,category,contacted,resolved,rating");
        var number = 0;
        foreach (var unit in Units)
        {
            for (var i = 0; i < unit.Cases; i++)
                file.WriteLine(Row(random, unit, ++number));
        }
    }

    private static string Row(Random random, (string Unit, int Cases, double Contacted, double Resolved, double Satisfied) unit, int number)
    {
        var opened = new LocalDateTime(2021, 3, 29, 0, 0).PlusMinutes(random.Next(21 * 24 * 60));
        var isOpen = random.NextDouble() < 0.06;
        var closed = isOpen ? "" : Text(opened.PlusMinutes(random.Next(30, 9 * 24 * 60)));
        var reached = !isOpen && random.NextDouble() < 0.72;
        var contacted = reached ? YesNo(random.NextDouble() < unit.Contacted) : "";
        var resolved = reached ? YesNo(random.NextDouble() < unit.Resolved) : "";
        var rating = !reached || random.NextDouble() < 0.08 ? "" : Rating(random, unit.Satisfied);
        var category = Categories[random.Next(Categories.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"G{number:D5},{Text(opened)},{closed},{unit.Unit},{category},{contacted},{resolved},{rating}");
    }

    private static string Rating(Random random, double satisfied) =>
        random.NextDouble() < satisfied
            ? random.NextDouble() < 0.8 ? "satisfied" : "basically satisfied"
            : "dissatisfied";

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Text(LocalDateTime value) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(value);
}
