namespace CampaignKit.Draws;

/// <summary>An entrant that <see cref="ConsistentSampler"/> has drawn.</summary>
/// <param name="Id">The entrant's id.</param>
/// <param name="Ticket">The ticket that was drawn, in full.</param>
/// <param name="Generation">Which of the entrant's tickets it was: 1 the first; more only with replacement.</param>
public sealed record SampledEntry(string Id, TicketFraction Ticket, int Generation);
