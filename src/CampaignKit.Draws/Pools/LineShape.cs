using System.Buffers.Text;
using System.Globalization;

namespace CampaignKit.Draws;

/// <summary>What stands on a line behind the id: nothing, or a tab and a value with one text per value, so that a file has one digest.</summary>
internal abstract class LineShape
{
    private const byte Tab = (byte)'\t';

    internal static LineShape Ids { get; } = new Plain();

    internal static LineShape Weights { get; } = new Weight();

    internal static LineShape Scores { get; } = new Score();

    internal static LineShape TimedScores { get; } = new TimedScore();

    internal static LineShape Numbers { get; } = new Number();

    internal static LineShape Holders { get; } = new Named("holder");

    internal static LineShape Strata { get; } = new Named("stratum");

    internal static LineShape Reasons { get; } = new Named("reason");

    /// <summary>What the value is called.</summary>
    internal abstract string Name { get; }

    internal virtual bool HasValue => true;

    internal static LineShape Of(PoolKind kind) => Guard.Against.EnumOutOfRange(kind) switch
    {
        PoolKind.Ids => Ids,
        PoolKind.Weights => Weights,
        PoolKind.Scores => Scores,
        PoolKind.TimedScores => TimedScores,
        _ => Numbers,
    };

    /// <summary>The tickets that an entry of this value adds to those of the pool, as far as they are limited.</summary>
    internal virtual long Tickets(ReadOnlySpan<byte> value) => 0;

    /// <summary>The rule that <paramref name="value"/> breaks; null if it is a value of this shape.</summary>
    internal abstract string? Problem(ReadOnlySpan<byte> value);

    private static bool IsDecimal(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out var read) && read == text.Length && text[0] is not (byte)'+'
        && (text[0] != '0' || text.Length == 1)
        && (text[0] != '-' || text[1] != '0');

    private sealed class Plain : LineShape
    {
        internal override string Name => "id";

        internal override bool HasValue => false;

        internal override string? Problem(ReadOnlySpan<byte> value) => value.IsEmpty ? null : "an id stands alone on its line";
    }

    private sealed class Weight : LineShape
    {
        internal override string Name => "weight";

        internal override long Tickets(ReadOnlySpan<byte> value) => long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);

        internal override string? Problem(ReadOnlySpan<byte> value) =>
            IsDecimal(value, out var weight) && weight is >= 0 and <= Pool.MaxTotalWeight
                ? null
                : $"a weight is a decimal integer from 0 to {Pool.MaxTotalWeight}, without sign or leading zeros";
    }

    private sealed class Score : LineShape
    {
        internal override string Name => "score";

        internal override string? Problem(ReadOnlySpan<byte> value) =>
            IsDecimal(value, out _) ? null : "a score is a decimal integer of 64 bits, without plus sign or leading zeros";
    }

    private sealed class TimedScore : LineShape
    {
        internal override string Name => "timed score";

        internal override string? Problem(ReadOnlySpan<byte> value) =>
            value.IndexOf(Tab) is >= 0 and var tab && IsDecimal(value[..tab], out _) && IsDecimal(value[(tab + 1)..], out _)
                ? null
                : "a timed score is a score, a tab and when it was reached, both decimal integers of 64 bits without plus sign or leading zeros";
    }

    private sealed class Number : LineShape
    {
        internal override string Name => "number";

        internal override string? Problem(ReadOnlySpan<byte> value) =>
            !value.IsEmpty && value.Length <= EntrantText.MaxIdBytes && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                ? null
                : $"a number has 1 to {EntrantText.MaxIdBytes} digits and nothing else";
    }

    private sealed class Named(string name) : LineShape
    {
        internal override string Name => name;

        internal override string? Problem(ReadOnlySpan<byte> value) =>
            EntrantText.Problem(value) is { } rule ? $"a {name} has the form of an id: {rule}" : null;
    }
}
