namespace CampaignKit.Grievances;

/// <summary>One thing wrong in a row of a file.</summary>
/// <param name="Column">The name of the column; empty for the row as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What should.</param>
public sealed record BadCell(string Column, string Value, string Rule)
{
    /// <summary>Column, value and rule: <c>closed_date '13/2021': must be a date like 2021-03-29</c>.</summary>
    /// <remarks>Characters that steer a terminal are written as <c>\uXXXX</c>, and of a long value a hundred are shown.</remarks>
    public override string ToString() => $"{(Column.Length > 0 ? $"{PrintedText.Short(Column)} " : "")}'{PrintedText.Short(Value)}': {PrintedText.Of(Rule)}";
}
