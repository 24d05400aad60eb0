using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Draws;

/// <summary>A way to pick, by the name under which published draws are checked: the own format and those of others. A closed set.</summary>
public sealed record DrawMethod
{
    private DrawMethod(string name, string source) => (Name, Source) = (name, source);

    /// <summary>The own format, <c>campaignkit-ticket-v1</c>: <see cref="Draw.Pick"/>.</summary>
    public static DrawMethod TicketV1 { get; } = new("ticket-v1", "campaignkit-ticket-v1");

    /// <summary>The selection of RFC 3797: <see cref="Draws.Rfc3797.Pick"/>.</summary>
    public static DrawMethod Rfc3797 { get; } = new("rfc3797", "RFC 3797, section 4 (Eastlake, 2004)");

    /// <summary>The sampler of election audits: <see cref="Draws.ConsistentSampler.Pick"/>.</summary>
    public static DrawMethod ConsistentSampler { get; } = new("consistent-sampler", "consistent_sampler (Rivest, 2018), used by Arlo");

    /// <summary>The selection of wallop: <see cref="Draws.FairPick.Pick"/>.</summary>
    public static DrawMethod FairPick { get; } = new("fair-pick", "fair_pick (wallop protocol specification, 2026)");

    /// <summary>The earlier sampler of election audits: <see cref="Rivest2011Sampler.Pick"/>.</summary>
    public static DrawMethod Rivest2011 { get; } = new("rivest-2011", "sampler.py (Rivest, 2011), used by ColoradoRLA");

    /// <summary>All methods, the own one first.</summary>
    public static IReadOnlyList<DrawMethod> All { get; } = [TicketV1, Rfc3797, ConsistentSampler, FairPick, Rivest2011];

    /// <summary>The name, such as <c>rfc3797</c>.</summary>
    public string Name { get; }

    /// <summary>Where the method is described.</summary>
    public string Source { get; }

    /// <summary>Finds a method by its exact name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out DrawMethod? method)
    {
        method = All.FirstOrDefault(known => known.Name == name);
        return method is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
