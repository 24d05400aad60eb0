using System.Globalization;

namespace CampaignKit;

/// <summary>The id of a check-in: the participant number and the how-manieth check-in of that participant it is; as text <c>00007-12</c>.</summary>
/// <param name="Number">The participant number, from 1.</param>
/// <param name="Serial">The serial number within the participant's check-ins, from 1.</param>
public readonly record struct CheckInId(int Number, int Serial)
{
    /// <summary>Reads the text form; leading zeros of the number don't matter.</summary>
    /// <param name="text">The text, such as <c>00007-12</c>.</param>
    /// <param name="id">The id; default when the text is none.</param>
    public static bool TryParse(string? text, out CheckInId id)
    {
        id = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 1
            || !int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || number < 1
            || serial < 1)
            return false;
        id = new CheckInId(number, serial);
        return true;
    }

    /// <summary>The text form, the number padded to five digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:D5}-{Serial}");
}
