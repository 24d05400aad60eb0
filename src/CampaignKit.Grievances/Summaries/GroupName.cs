namespace CampaignKit.Grievances;

/// <summary>How the key of a group is printed.</summary>
internal static class GroupName
{
    public static string Of(IReadOnlyList<string> key) =>
        key.Count == 0 ? "total" : string.Join(" / ", key.Select(k => k.Length > 0 ? k : "(none)"));
}
