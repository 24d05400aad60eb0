namespace CampaignKit.Tool;

/// <summary>What was given cannot be used; the message names the option or file, the value and the rule.</summary>
internal sealed class BadInputException(string message) : Exception(message);
