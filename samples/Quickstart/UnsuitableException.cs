namespace CampaignKit.Quickstart;

/// <summary>The definition or the database is not one that this sample can play.</summary>
internal sealed class UnsuitableException(string message) : Exception(message);
