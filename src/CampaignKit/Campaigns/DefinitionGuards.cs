using System.Runtime.CompilerServices;

namespace CampaignKit;

/// <summary>Guards of definitions written in code.</summary>
internal static class DefinitionGuards
{
    /// <summary>A copy of the texts; none of them may be null.</summary>
    public static IReadOnlyList<string> NullItem(
        this IGuardClause guardClause, IEnumerable<string?> input, [CallerArgumentExpression(nameof(input))] string? parameterName = null) =>
        [.. guardClause.Null(input, parameterName).Select(item => guardClause.Null(item, parameterName))];
}
