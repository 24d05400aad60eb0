namespace CampaignKit.Draws;

/// <summary>Why a step of the claims was refused: an answer, not an exception. Each kind carries what a host needs to tell its user.</summary>
public abstract record ClaimRefusal
{
    private protected ClaimRefusal()
    {
    }

    /// <summary>A sentence for people, in English; hosts with other languages switch over the kind.</summary>
    public abstract string Message { get; }

    /// <summary>The field of a transcript's claims that cannot be as it is if this is so.</summary>
    internal abstract string Field { get; }
}
