namespace CampaignKit.Draws;

/// <summary>The words of a document for the values of an enumeration.</summary>
internal static class Names
{
    internal static string NameOf<T>(this Dictionary<string, T> names, T value)
        where T : struct, Enum => names.First(name => name.Value.Equals(value)).Key;
}
