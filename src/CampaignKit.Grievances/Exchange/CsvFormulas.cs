namespace CampaignKit.Grievances;

/// <summary>
/// What becomes of texts that a spreadsheet would run as formulas: those that begin with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, their
/// full-width forms, a tab or a line end (OWASP, "CSV Injection").
/// </summary>
public enum CsvFormulas
{
    /// <summary>They stand as they are, so that the file says what the cases say. For files that programs read.</summary>
    Kept,

    /// <summary>An apostrophe stands before them, so that they are text. For files that people open in a spreadsheet; the apostrophe stays when it is read back.</summary>
    Disarmed,
}
