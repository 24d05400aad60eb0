namespace CampaignKit.Quickstart.Simulation;

/// <summary>What became of the requests sent.</summary>
internal sealed class Totals
{
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public int Sent { get; private set; }

    public int Recorded { get; private set; }

    public int Repeated { get; private set; }

    public int LateForDraw { get; private set; }

    /// <summary>Answered from the record of an earlier run of this sample on the same file.</summary>
    public int FromEarlierRun { get; private set; }

    public IReadOnlyDictionary<string, int> Refused => _refused;

    public void Count(CheckInAnswer answer, bool inEarlierRun)
    {
        lock (_gate)
        {
            Sent++;
            switch (answer)
            {
                case CheckInAccepted { IsRepeat: true } when inEarlierRun:
                    FromEarlierRun++;
                    break;
                case CheckInAccepted { IsRepeat: true }:
                    Repeated++;
                    break;
                case CheckInAccepted accepted:
                    Recorded++;
                    LateForDraw += accepted.LateFor.Count > 0 ? 1 : 0;
                    break;
                case CheckInRefused refused:
                    var why = refused.Why.GetType().Name;
                    _refused[why] = _refused.GetValueOrDefault(why) + 1;
                    break;
            }
        }
    }
}
