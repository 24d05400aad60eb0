using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Grievances;

/// <summary>The names of the streams of cases.</summary>
internal static class CaseStreams
{
    public const string Prefix = "case/";

    public static string Of(string id) => Prefix + id;

    /// <summary>The complaints that share keys, by their hash: keys may be longer than a name, and names are seen by more people.</summary>
    public static string Complaints(string keys) => $"complaints/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys)))}";
}
