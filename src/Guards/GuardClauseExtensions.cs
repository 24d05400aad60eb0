using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ardalis.GuardClauses;

/// <summary>The clauses used, with the names, parameter order, returned value and exception types of Ardalis.GuardClauses.</summary>
internal static class GuardClauseExtensions
{
    public static T Null<T>(
        this IGuardClause guardClause,
        [NotNull] T? input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
    {
        if (input is not null)
            return input;
        if (string.IsNullOrEmpty(message))
            throw new ArgumentNullException(parameterName);
        throw new ArgumentNullException(parameterName, message);
    }

    public static string NullOrEmpty(
        this IGuardClause guardClause,
        [NotNull] string? input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
    {
        guardClause.Null(input, parameterName, message);
        return input.Length > 0 ? input : throw new ArgumentException(message ?? $"Required input {parameterName} was empty.", parameterName);
    }

    public static IEnumerable<T> NullOrEmpty<T>(
        this IGuardClause guardClause,
        [NotNull] IEnumerable<T>? input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
    {
        guardClause.Null(input, parameterName, message);
        if (input is ICollection { Count: > 0 } || input.Any())
            return input;
        throw new ArgumentException(message ?? $"Required input {parameterName} was empty.", parameterName);
    }

    public static string NullOrWhiteSpace(
        this IGuardClause guardClause,
        [NotNull] string? input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
    {
        guardClause.NullOrEmpty(input, parameterName, message);
        return !string.IsNullOrWhiteSpace(input) ? input : throw new ArgumentException(message ?? $"Required input {parameterName} was empty.", parameterName);
    }

    public static T Negative<T>(
        this IGuardClause guardClause,
        T input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
        where T : struct, IComparable =>
        Comparer<T>.Default.Compare(input, default) >= 0 ? input : throw new ArgumentException(message ?? $"Required input {parameterName} cannot be negative; it was {input}.", parameterName);

    public static T NegativeOrZero<T>(
        this IGuardClause guardClause,
        T input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
        where T : struct, IComparable =>
        Comparer<T>.Default.Compare(input, default) > 0 ? input : throw new ArgumentException(message ?? $"Required input {parameterName} cannot be zero or negative; it was {input}.", parameterName);

    public static T OutOfRange<T>(
        this IGuardClause guardClause,
        T input,
        string? parameterName,
        [NotNull] T? rangeFrom,
        [NotNull] T? rangeTo,
        string? message = null)
        where T : IComparable, IComparable<T>
    {
        guardClause.Null(input, parameterName);
        guardClause.Null(rangeFrom);
        guardClause.Null(rangeTo);
        if (Comparer<T>.Default.Compare(input, rangeFrom) >= 0 && Comparer<T>.Default.Compare(input, rangeTo) <= 0)
            return input;
        throw new ArgumentOutOfRangeException(parameterName, message ?? $"Input {parameterName} was {input}, out of range: {rangeFrom} to {rangeTo}.");
    }

    public static T EnumOutOfRange<T>(
        this IGuardClause guardClause,
        T input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
        where T : struct, Enum
    {
        if (Enum.IsDefined(input))
            return input;
        throw new ArgumentOutOfRangeException(parameterName, message ?? $"Input {parameterName} was {input}, not a value of {typeof(T).Name}.");
    }

    public static T InvalidInput<T>(
        this IGuardClause guardClause,
        T input,
        string parameterName,
        Func<T, bool> predicate,
        string? message = null) =>
        predicate(input) ? input : throw new ArgumentException(message ?? $"Input {parameterName} did not satisfy the options", parameterName);
}
