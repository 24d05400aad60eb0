namespace CampaignKit.Grievances;

/// <summary>A command lost against other writers each time it was tried; nothing of it was recorded, and it can be sent again.</summary>
public sealed class CaseContentionException : Exception
{
    internal CaseContentionException(string caseId, int attempts)
        : base($"The command lost against other writers of case {caseId} {attempts} times; nothing of it was recorded.")
    {
        CaseId = caseId;
        Attempts = attempts;
    }

    /// <summary>The case that the command was for.</summary>
    public string CaseId { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }
}
