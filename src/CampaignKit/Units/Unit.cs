namespace CampaignKit;

/// <summary>
/// What is awarded: a <em>sum</em> of whole minor units (stitches, minutes, tenths of a credit hour), or a <em>set</em> with named
/// slots of which each is filled at most once per party (puzzle pieces).
/// </summary>
public sealed record Unit
{
    internal Unit(string id, IReadOnlyList<string> slots)
    {
        Id = id;
        Slots = slots;
    }

    /// <summary>The unit's id.</summary>
    public string Id { get; }

    /// <summary>The slots of a set, in the order of the definition; empty for a sum.</summary>
    public IReadOnlyList<string> Slots { get; }

    /// <summary>Whether the unit is a set with slots.</summary>
    public bool IsSet => Slots.Count > 0;
}
