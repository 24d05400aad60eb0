namespace CampaignKit.Leaderboards;

/// <summary>
/// A place between two items of an ordered sequence. Implemented by structs, so that searches are compiled for each.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal interface ICut<T>
{
    /// <summary>Whether the cut lies after <paramref name="item"/>; once false in the sequence's order, false for all that follow.</summary>
    bool IsAfter(in T item);
}
