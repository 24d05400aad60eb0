using System.Collections;
using System.Reflection;

namespace CampaignKit.Tests;

/// <summary>An object as text, with all its public properties, so that two of them can be compared without the code under test.</summary>
internal static class Portrait
{
    private static readonly HashSet<string> Derived = [nameof(Campaign.Digest), nameof(Campaign.Calendar), nameof(Campaign.Opens), nameof(Campaign.Closes)];

    public static string Of(Campaign campaign) => $"{campaign.Calendar}\n{Of(campaign, "")}";

    private static string Of(object? value, string indent) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items => string.Concat(items.Cast<object>().Select(item => $"\n{indent}- {Of(item, indent + "  ")}")),
        _ when value.GetType().Namespace == "CampaignKit" && !value.GetType().IsEnum || IsPair(value) => Properties(value, indent),
        IFormattable plain => plain.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool IsPair(object value) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static string Properties(object value, string indent) => value.GetType().Name + string.Concat(value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => !Derived.Contains(p.Name))
        .Select(p => $"\n{indent}{p.Name}: {Of(p.GetValue(value), indent + "  ")}"));
}
