using System.Buffers.Text;

namespace CampaignKit.Draws;

/// <summary>What stands on a line behind the id: nothing, or a tab and a value with one text per value, so that a file has one digest.</summary>
internal abstract class LineShape
{
    internal static LineShape Ids { get; } = new Plain();

    internal static LineShape Weights { get; } = new Weight();

    internal static LineShape Scores { get; } = new Score();

    internal static LineShape Numbers { get; } = new Number();

    internal static LineShape Holders { get; } = new Holder();

    internal virtual bool HasValue => true;

    internal static LineShape Of(PoolKind kind) => Guard.Against.EnumOutOfRange(kind) switch
    {
        PoolKind.Ids => Ids,
        PoolKind.Weights => Weights,
        PoolKind.Scores => Scores,
        _ => Numbers,
    };

    /// <summary>The rule that <paramref name="value"/> breaks; null if it is a value of this shape.</summary>
    internal abstract string? Problem(ReadOnlySpan<byte> value);

    private static bool IsDecimal(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out var read) && read == text.Length && text[0] is not (byte)'+'
        && (text[0] != '0' || text.Length == 1)
        && (text[0] != '-' || text[1] != '0');

    private sealed class Plain : LineShape
    {
        internal override bool HasValue => false;

        internal override string? Problem(ReadOnlySpan<byte> value) => value.IsEmpty ? null : "an id stands alone on its line";
    }

    private sealed class Weight : LineShape
    {
        internal override string? Problem(ReadOnlySpan<byte> value) =>
            IsDecimal(value, out var weight) && weight is >= 0 and <= Pool.MaxTotalWeight
                ? null
                : $"a weight is a decimal integer from 0 to {Pool.MaxTotalWeight}, without sign or leading zeros";
    }

    private sealed class Score : LineShape
    {
        internal override string? Problem(ReadOnlySpan<byte> value) =>
            IsDecimal(value, out _) ? null : "a score is a decimal integer of 64 bits, without plus sign or leading zeros";
    }

    private sealed class Number : LineShape
    {
        internal override string? Problem(ReadOnlySpan<byte> value) =>
            !value.IsEmpty && value.Length <= EntrantText.MaxIdBytes && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                ? null
                : $"a number has 1 to {EntrantText.MaxIdBytes} digits and nothing else";
    }

    private sealed class Holder : LineShape
    {
        internal override string? Problem(ReadOnlySpan<byte> value) =>
            EntrantText.Problem(value) is { } rule ? $"the holder's id: {rule}" : null;
    }
}
