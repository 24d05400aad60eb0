using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>The steps of commands that answer with no more than <see cref="Recorded"/> or <see cref="Refused"/>.</summary>
internal static class Steps
{
    public static Step<Answer> Refuse(Refusal why) => new Step<Answer>.Done(new Refused(why));

    public static Step<Answer> Repeat(ParticipantState state) => new Step<Answer>.Done(new Recorded(state.Position, IsRepeat: true));

    public static Step<Answer> Write(ParticipantEvent fact, string cause, params IReadOnlyList<StreamAppend> beside) =>
        new Step<Answer>.Write(fact, cause, beside, after => new Recorded(after.Position, IsRepeat: false));
}
