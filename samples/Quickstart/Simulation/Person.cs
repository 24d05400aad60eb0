namespace CampaignKit.Quickstart.Simulation;

/// <summary>Someone who takes part.</summary>
/// <param name="Id">The host's key.</param>
/// <param name="Team">The team of the person's industry.</param>
/// <param name="Diligence">How likely a day has a check-in, 0 to 1; few are diligent, most are not.</param>
internal sealed record Person(string Id, string Team, double Diligence);
