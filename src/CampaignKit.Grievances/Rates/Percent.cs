using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>How shares are printed: per cent with two decimals, without the sign.</summary>
internal static class Percent
{
    public static string Of(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture);
}
