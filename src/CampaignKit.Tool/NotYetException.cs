namespace CampaignKit.Tool;

/// <summary>Nothing is wrong with what was given, but its time has not come; the message says when it does, as far as that is known.</summary>
internal sealed class NotYetException(string message) : Exception(message);
