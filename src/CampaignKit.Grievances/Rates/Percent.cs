using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>How shares are printed: per cent with two decimals, without the sign.</summary>
internal static class Percent
{
    /// <summary>A level of confidence, with as many decimals as it has: 95 or 99.9999.</summary>
    public static string OfLevel(double level) => (level * 100).ToString("0.##########", CultureInfo.InvariantCulture);

    public static string Of(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture);
}
