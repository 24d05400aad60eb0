namespace CampaignKit;

/// <summary>Why a command was refused: an answer, not an exception. Each kind carries what a host needs to tell its user.</summary>
public abstract record Refusal
{
    private protected Refusal()
    {
    }

    /// <summary>A sentence for people, in English; hosts with other languages switch over the kind.</summary>
    public abstract string Message { get; }
}
