using CampaignKit.Calendars;
using CampaignKit.Grievances;

namespace CampaignKit.Tool.Grievances;

/// <summary>The file of cases, gzipped or not, and how it is read: CSV by its columns, or requests of Open311 GeoReport v2.</summary>
/// <param name="NamedBy">What on the command line named the file.</param>
/// <param name="Path">The file.</param>
/// <param name="Map">How CSV is read; null for Open311.</param>
/// <param name="Calendar">The calendar of its dates.</param>
/// <param name="BadRowLimit">How many rows may be bad.</param>
internal sealed record CaseSource(string NamedBy, string Path, CsvMap? Map, CampaignCalendar Calendar, int BadRowLimit)
{
    public const string Open311Preset = "open311";

    /// <summary>The names of the presets, in words: a, b or c.</summary>
    public static string Presets => ShownText.Either(CsvMap.Presets.Keys.Append(Open311Preset).Order(StringComparer.Ordinal));

    /// <summary>How finely the file knows times.</summary>
    public TimeGrain Grain => Map?.Grain ?? TimeGrain.Instant;

    /// <summary>Reads the cases; what is wrong with the file is told with its lines.</summary>
    public CaseTable Read(TextWriter? screen, CancellationToken stop) => InputFile.Read(NamedBy, Path, path =>
    {
        using var progress = new ReadingProgress(screen);
        try
        {
            return Map is null
                ? Open311.ReadRequests(path, new Open311Options { Calendar = Calendar, BadRowLimit = BadRowLimit }, progress, stop)
                : CaseTable.Read(path, Map with { Calendar = Calendar, BadRowLimit = BadRowLimit }, progress, stop);
        }
        catch (Exception bad) when (bad is BadRowsException or DefinitionException or Open311Exception or InvalidDataException)
        {
            throw new BadInputException($"{path}: {bad.Message}");
        }
    });
}
