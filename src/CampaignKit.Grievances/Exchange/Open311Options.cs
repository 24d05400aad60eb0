using System.Xml;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>How GeoReport requests become cases and cases become requests.</summary>
/// <remarks>Immutable; <c>with</c> gives options that differ in one point. Safe for use from any thread.</remarks>
public sealed record Open311Options
{
    /// <summary>The field of the last change to a request, which many take for its closing: <c>updated_datetime</c>.</summary>
    public const string UpdatedField = "updated_datetime";

    internal static readonly Open311Options Default = new();

    /// <summary>The calendar whose periods a report uses, and whose zone times without an offset are in. The default is UTC with days from midnight.</summary>
    public CampaignCalendar Calendar { get; init => field = Guard.Against.Null(value); } = new(DateTimeZone.Utc);

    /// <summary>How resolution times are counted. The default is to the instant.</summary>
    /// <exception cref="ArgumentException">It is no grain.</exception>
    public TimeGrain Grain { get; init => field = Guard.Against.EnumOutOfRange(value); }

    /// <summary>What becomes of requests that repeat an id. By default the first counts.</summary>
    /// <exception cref="ArgumentException">It is no rule.</exception>
    public RepeatedIds Repeats { get; init => field = Guard.Against.EnumOutOfRange(value); }

    /// <summary>How many requests may be bad before reading stops with a <see cref="BadRowsException"/>. The default is 1,000.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int BadRowLimit { get; init => field = Guard.Against.Negative(value); } = CsvMap.DefaultBadRowLimit;

    /// <summary>
    /// The city's services, which name the categories: of a code that is listed, the name in the list; otherwise the request's own
    /// <c>service_name</c>, or without one its code. Of several with one code the first counts. The default is none.
    /// </summary>
    public IReadOnlyList<Open311Service> Services { get; init => field = [.. Guard.Against.Null(value)]; } = [];

    /// <summary>
    /// The field that holds the closing time; null, the default, because GeoReport v2 has none: a closed request is then closed at an unknown
    /// time. Some servers add a field such as <c>closed_datetime</c>. <see cref="UpdatedField"/> is a claim that nothing happened to requests
    /// after they were closed, imports included; closed requests have no time of update beside it then, and one that cannot be read makes a bad row.
    /// Whatever is set stands in the <see cref="CaseTable.Assumptions"/> of the table.
    /// </summary>
    /// <exception cref="ArgumentException">It can't be the name of an element in XML, or is a field that GeoReport gives another meaning.</exception>
    public string? ClosedField
    {
        get;
        init
        {
            if (value is not null)
            {
                Guard.Against.InvalidInput(value, nameof(ClosedField), IsName, $"'{value}' can't be the name of an element in XML.");
                Guard.Against.InvalidInput(value, nameof(ClosedField), f => !RequestFields.HasMeaning(f), $"{value} has another meaning in GeoReport v2.");
            }

            field = value;
        }
    }

    private static bool IsName(string name) => name.Length > 0 && XmlConvert.IsStartNCNameChar(name[0]) && name.All(XmlConvert.IsNCNameChar);
}
