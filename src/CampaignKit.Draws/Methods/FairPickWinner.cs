namespace CampaignKit.Draws;

/// <summary>A winner by <see cref="FairPick"/>.</summary>
/// <param name="Position">The place among the winners, from 1.</param>
/// <param name="Id">The entrant's id.</param>
public sealed record FairPickWinner(int Position, string Id);
