using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class ReportReadmeTests
{
    [RealDataFact(ChicagoCase.File)]
    public void Example_OfTheReadme_PrintsWhatItSays()
    {
        var table = CaseTable.Read(RealData.PathOf(ChicagoCase.File), CsvMap.Chicago);
        var (june, july) = (DayOf(6), DayOf(7));

        var report = GrievanceReport.Of(table, new GrievanceReportOptions { Since = june, AsOf = july, CountDuplicates = false });

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", report.ToHtml(), StringComparison.Ordinal);
        Assert.Equal("closed within 6 days, of cases that began more than 6 days before", report.Measure.ToString());
        Assert.Equal("not reached (23.86 % open after 30)", report.Total.Curve.Quantile(0.9).ToString());
        Assert.Equal("Whether citizens were satisfied: the file has no answers. That a case was closed does not say that it was solved.", report.NotKnown[0]);

        Instant DayOf(int month) => table.Calendar.StartOf(new LocalDate(2013, month, 1));
    }
}
