using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The public chains of drand, the beacon of the League of Entropy (https://drand.love).</summary>
public static class Drand
{
    /// <summary>The chain "quicknet": a round every 3 seconds since 2023-08-23, unchained, short signatures.</summary>
    public static DrandChain Quicknet { get; } = new(
        "quicknet",
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
        "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e",
        Instant.FromUnixTimeSeconds(1_692_803_367),
        Duration.FromSeconds(3),
        DrandScheme.UnchainedG1Rfc9380);

    /// <summary>The chain "default": a round every 30 seconds since 2020-07-22, each signing the one before.</summary>
    public static DrandChain Default { get; } = new(
        "default",
        "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
        "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a",
        Instant.FromUnixTimeSeconds(1_595_431_050),
        Duration.FromSeconds(30),
        DrandScheme.PedersenChained);

    /// <summary>The chains known here; a manifest that names another is refused.</summary>
    public static IReadOnlyList<DrandChain> Chains { get; } = [Quicknet, Default];
}
