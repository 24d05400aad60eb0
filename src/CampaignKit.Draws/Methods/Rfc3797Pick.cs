namespace CampaignKit.Draws;

/// <summary>One pick by RFC 3797: a line of the table in its section 6.</summary>
/// <param name="Md5">The hash that decided, as 32 upper-case hex digits.</param>
/// <param name="Remaining">The places that remained, by which the hash was divided.</param>
/// <param name="Selected">The place picked, from 1, as the announced pool numbers it.</param>
public sealed record Rfc3797Pick(string Md5, long Remaining, long Selected);
