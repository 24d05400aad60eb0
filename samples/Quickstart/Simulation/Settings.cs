namespace CampaignKit.Quickstart.Simulation;

/// <summary>What makes a simulation: the same settings give the same requests, byte for byte.</summary>
/// <param name="Participants">How many people enrol.</param>
/// <param name="Weeks">How many weeks are played.</param>
/// <param name="Seed">The seed of everything that looks like chance.</param>
internal sealed record Settings(int Participants, int Weeks, int Seed);
