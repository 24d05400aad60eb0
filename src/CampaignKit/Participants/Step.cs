using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>What deciding a participant's command comes to: an answer, or one fact to write first.</summary>
internal abstract record Step<TAnswer>
{
    private Step()
    {
    }

    internal sealed record Done(TAnswer Answer) : Step<TAnswer>;

    /// <param name="Fact">What to append to the participant's stream.</param>
    /// <param name="Cause">What makes the append's id, within the participant: the same cause is never written twice.</param>
    /// <param name="Beside">What to append to other streams in the same breath.</param>
    /// <param name="Answer">The answer once it is written, from the state after it.</param>
    internal sealed record Write(
        ParticipantEvent Fact, string Cause, IReadOnlyList<StreamAppend> Beside, Func<ParticipantState, TAnswer> Answer) : Step<TAnswer>;
}
