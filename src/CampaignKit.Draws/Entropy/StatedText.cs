namespace CampaignKit.Draws;

/// <summary>A text that people state for others to read, such as a reason or an event: it has the form of an entrant's id.</summary>
internal static class StatedText
{
    /// <summary>The rule that <paramref name="text"/> breaks; null if it is sound.</summary>
    internal static string? Problem(string text) => EntrantText.Problem(text) is { } rule ? $"it has the form of an id, and {rule}" : null;
}
