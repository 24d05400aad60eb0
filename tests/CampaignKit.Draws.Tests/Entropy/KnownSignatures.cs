using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>Stands for a pairing library: it knows which of the published signatures are good, by all that was signed, and no others.</summary>
internal sealed class KnownSignatures : IBeaconSignatureVerifier
{
    private readonly HashSet<(string, string, string, string)> _good = [.. EntropyVectors.DrandBeacons
        .Where(beacon => beacon.GetProperty("valid").GetBoolean())
        .Select(beacon => (beacon.Said("scheme")!, beacon.Said("public_key")!, Convert.ToHexStringLower(EntropyVectors.DrandMessage(beacon)), beacon.Said("signature")!))];

    internal int Asked { get; private set; }

    public bool Verify(string scheme, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Asked++;
        return _good.Contains((scheme, Convert.ToHexStringLower(publicKey), Convert.ToHexStringLower(message), Convert.ToHexStringLower(signature)));
    }
}
