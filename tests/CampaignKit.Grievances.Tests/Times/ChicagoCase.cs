using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances.Tests;

/// <summary>The sanitation complaints of Chicago, without those in a Dup state unless asked for.</summary>
internal sealed record ChicagoCase(LocalDate Opened, LocalDate? Closed, string Ward, string Subcategory, bool IsDuplicate)
{
    public const string File = "chicago_311_sanitation_2000_2015.csv.gz";

    public long? Days => Closed is { } closed ? Period.DaysBetween(Opened, closed) : null;

    public CaseTime AsOf(LocalDate day) =>
        Closed is { } closed && closed < day ? CaseTime.Closed(Days!.Value) : CaseTime.Open(Period.DaysBetween(Opened, day));

    public static IReadOnlyList<ChicagoCase> Read()
    {
        using var reader = new StreamReader(RealData.Open(File));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var cases = new List<ChicagoCase>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            cases.Add(new ChicagoCase(
                DayOf(csv["created_date"]!)!.Value,
                DayOf(csv["completed_date"]!),
                csv["ward"]!,
                csv["subcategory"]!,
                csv["status"]!.EndsWith("Dup", StringComparison.Ordinal)));
        }

        return cases;
    }

    private static LocalDate? DayOf(string text) => text.Length == 0 ? null : LocalDatePattern.Iso.Parse(text).Value;
}
