using System.Globalization;
using System.Runtime.CompilerServices;

namespace CampaignKit.Grievances;

/// <summary>What the level of an interval may be.</summary>
internal static class LevelGuard
{
    /// <summary>A level above 0 and below 1, of a limit on one side at least 0.5; so not NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another; the message says the value and the rule.</exception>
    public static double UnfitLevel(
        this IGuardClause guardClause, double input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, bool oneSided = false)
    {
        if (input is > 0 and < 1 && (!oneSided || input >= 0.5))
            return input;

        var rule = oneSided ? "for one side at least 0.5 and below 1" : "above 0 and below 1";
        throw new ArgumentOutOfRangeException(parameterName, string.Create(CultureInfo.InvariantCulture, $"{parameterName} is {input}; it must be {rule}."));
    }
}
