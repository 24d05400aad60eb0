namespace CampaignKit.Tool;

/// <summary>What was given cannot be used; the message names it and the rule.</summary>
internal sealed class BadInputException(string message) : Exception(message);
