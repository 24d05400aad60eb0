namespace CampaignKit.Tool.Tests.Boards;

/// <summary>The entries of a board's JSON as <c>1 p-1 42, 2 p-2 7</c>.</summary>
internal static class BoardLines
{
    public static string Of(ToolRun run)
    {
        run.Succeeded();
        return string.Join(", ", run.Json.GetProperty("entries").EnumerateArray().Select(entry =>
            $"{entry.GetProperty("rank").GetRawText()} {entry.GetProperty("id").GetString()} {entry.GetProperty("score").GetRawText()}"));
    }
}
