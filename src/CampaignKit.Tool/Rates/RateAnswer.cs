using System.Globalization;
using System.Text.Json;
using CampaignKit.Grievances;

namespace CampaignKit.Tool.Rates;

/// <summary>A rate, or two and their difference, for people and for programs.</summary>
internal sealed class RateAnswer(Rate rate, Rate? other, string? baseName, RateMethods methods, double level)
{
    private readonly RateDifference? _difference = other is null ? null : rate.DifferenceFrom(other, methods.OfDifference, level);

    public void Print(TextWriter output)
    {
        output.WriteLine(InWords(rate));
        if (other is null || _difference is null)
            return;

        output.WriteLine(InWords(other));
        output.WriteLine(_difference.Value is { } value
            ? FormattableString.Invariant($"{Points(value)} points ({level * 100:0.##########} % {_difference.Method.Name} {Points(_difference.Low)} to {Points(_difference.High)})")
            : "no difference, for want of data");
    }

    public void Write(Utf8JsonWriter document)
    {
        WriteRate(document, rate);
        if (other is null || _difference is null)
            return;

        document.WriteStartObject("other");
        WriteRate(document, other);
        document.WriteEndObject();
        document.WriteStartObject("difference");
        WriteLimits(document, "value", _difference.Value, (_difference.Low, _difference.High), (_difference.UnclippedLow, _difference.UnclippedHigh));
        document.WriteString("method", _difference.Method.Id);
        document.WriteNumber("level", level);
        document.WriteEndObject();
    }

    private string InWords(Rate one)
    {
        var named = baseName is null ? "" : $" {baseName}";
        return one.Value is { } value
            ? FormattableString.Invariant($"{100 * value:0.00} % ({one.Hits:#,0.######} of {one.Base:N0}{named}; {one.Interval(methods.OfOne, level)})")
            : $"no data (0 of 0{named})";
    }

    private void WriteRate(Utf8JsonWriter document, Rate one)
    {
        var interval = one.Interval(methods.OfOne, level);
        WriteLimits(document, "rate", one.Value, (interval.Low, interval.High), (interval.UnclippedLow, interval.UnclippedHigh));
        document.WriteNumber("hits", one.Hits);
        document.WriteNumber("of", one.Base);
        document.WriteString("method", methods.OfOne.Id);
        document.WriteNumber("level", level);
        if (baseName is not null)
            document.WriteString("named", baseName);
    }

    private static void WriteLimits(Utf8JsonWriter document, string name, double? value, (double Low, double High) limits, (double Low, double High) unclipped)
    {
        if (value is not { } number)
        {
            document.WriteNull(name);
            document.WriteNull("low");
            document.WriteNull("high");
            return;
        }

        document.WriteNumber(name, number);
        document.WriteNumber("low", limits.Low);
        document.WriteNumber("high", limits.High);
        if (limits == unclipped)
            return;
        document.WriteNumber("unclippedLow", unclipped.Low);
        document.WriteNumber("unclippedHigh", unclipped.High);
    }

    private static string Points(double share) => (share * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
