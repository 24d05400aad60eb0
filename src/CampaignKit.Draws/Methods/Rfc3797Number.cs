namespace CampaignKit.Draws;

/// <summary>A number of any length, kept as its digits: no zeros before the whole part but one if it is zero, none behind the fraction.</summary>
internal readonly record struct Rfc3797Number : IComparable<Rfc3797Number>
{
    private readonly string _whole;
    private readonly string _fraction;

    private Rfc3797Number(string whole, string fraction)
    {
        _whole = whole;
        _fraction = fraction;
    }

    public int CompareTo(Rfc3797Number other)
    {
        var order = _whole.Length.CompareTo(other._whole.Length);
        if (order == 0)
            order = string.CompareOrdinal(_whole, other._whole);
        return order != 0 ? order : string.CompareOrdinal(_fraction, other._fraction);
    }

    /// <summary>The number with the period that the RFC puts behind a whole one too, such as <c>9319.</c> or <c>998.5</c>.</summary>
    public override string ToString() => $"{_whole}.{_fraction}";

    internal static bool TryParse(string written, out Rfc3797Number number)
    {
        number = default;
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? written : written[..point];
        var fraction = point < 0 ? string.Empty : written[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && fraction.Length == 0) || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
            return false;
        whole = whole.TrimStart('0');
        number = new Rfc3797Number(whole.Length == 0 ? "0" : whole, fraction.TrimEnd('0'));
        return true;
    }
}
