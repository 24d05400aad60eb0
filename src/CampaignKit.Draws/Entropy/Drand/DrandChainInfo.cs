namespace CampaignKit.Draws;

/// <summary>What an address says of the chain that it serves.</summary>
internal sealed record DrandChainInfo(string Hash, string PublicKey, long Period, long Genesis, string GroupHash, string? SchemeId)
{
    internal static DrandChainInfo Parse(byte[] utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        var info = new DocumentNode(document.RootElement, "$");
        return new DrandChainInfo(
            info.Field("hash").Text(),
            info.Field("public_key").Text(),
            info.Field("period").Integer(1, uint.MaxValue),
            info.Field("genesis_time").Integer(0, CanonicalJson.MaxSafeInteger),
            info.Field("groupHash").Text(),
            info.Optional("schemeID")?.Text());
    }

    /// <summary>The first thing in which this is not <paramref name="chain"/>; relays of old do not say the scheme.</summary>
    internal Difference? FirstDifference(DrandChain chain)
    {
        var expected = new DrandChainInfo(
            chain.Hash.ToString(), chain.PublicKey, (long)chain.Period.TotalSeconds, chain.Genesis.ToUnixTimeSeconds(), chain.GroupHash, SchemeId is null ? null : chain.SchemeId);
        return Compare("$.hash", expected.Hash, Hash)
            ?? Compare("$.public_key", expected.PublicKey, PublicKey)
            ?? Compare("$.period", expected.Period, Period)
            ?? Compare("$.genesis_time", expected.Genesis, Genesis)
            ?? Compare("$.groupHash", expected.GroupHash, GroupHash)
            ?? Compare("$.schemeID", expected.SchemeId, SchemeId);

        Difference? Compare<T>(string path, T known, T said) => Equals(known, said) ? null : new Difference(path, $"{known} of {chain}", $"{said}");
    }
}
