using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The two verdicts of a comparison in words, and what of the spread is more than chance: no more is claimed than the test bears out.</summary>
internal sealed class ComparisonSpread
{
    private const string TooFew = "too few cases, or too few of one outcome,";

    private const int MostNames = 3;

    private readonly FunnelPlot _funnel;
    private readonly int _judged;

    public ComparisonSpread(FunnelPlot funnel)
    {
        _funnel = funnel;
        ByChance = FunnelPlot.Of(funnel.Points.Select(p => new NamedRate(p.Name, p.Rate)), funnel.Options with { Method = FunnelMethod.Arcsine });
        Rate[] judged = [.. funnel.Points.Where(p => p.Verdict is not FunnelVerdict.TooFew).Select(p => p.Rate)];
        _judged = judged.Length;
        Test = HomogeneityTest.Of(judged);
    }

    /// <summary>The same units by limits for chance alone.</summary>
    public FunnelPlot ByChance { get; }

    /// <summary>Whether those that are judged differ by more than chance; null for fewer than two.</summary>
    public HomogeneityTest? Test { get; }

    private bool IsWidened => _funnel.Dispersion.TauSquared > 0;

    private bool IsBeyondChance => Test is { IsBeyondChance: true };

    private string Tested => Test switch
    {
        { IsBound: true, IsBeyondChance: false } => $"{TooFew} for a chi-square test",
        { IsBound: true, Probability: var most } => $"too few for a chi-square test; by Hoeffding's bound, p is {(most < 0.0001 ? "below 0.0001" : Worded($"at most {most:0.0000}"))}",
        { Probability: < 0.0001 } => "chi-square test: p below 0.0001",
        _ => Worded($"chi-square test: p = {Test?.Probability:0.0000}"),
    };

    private bool IsSomeoneOut => _funnel.Points.Any(ComparisonParts.IsOut);

    /// <summary>Who is outside, how many would be by chance alone, and whether the spread may be chance.</summary>
    public string Headline() => !IsWidened || _judged < 2
        ? $"{ComparisonParts.Verdicts(_funnel, MostNames)}.{(_judged < 2 ? "" : $" {Unwidened()}")}"
        : $"by limits widened for the spread between them, {ComparisonParts.Verdicts(_funnel, MostNames)}; by limits for chance alone, {OutByChance()} outside. {Chance()}.";

    /// <summary>What stands below the plot: why the limits are as wide as they are, and what they would be by chance.</summary>
    public string Explanation()
    {
        if (_judged < 2)
            return _judged == 0 ? "None has enough cases to be judged." : "One alone has enough cases to be judged, so there is no spread to tell.";
        if (!IsWidened)
            return Unwidened();

        var (verdicts, byChance) = (ComparisonParts.Verdicts(_funnel), ComparisonParts.Verdicts(ByChance));
        var widened = Worded($"Limits are widened by tau squared = {_funnel.Dispersion.TauSquared:0.######}, the variance that is estimated beyond chance.");
        var same = verdicts == byChance ? "Limits for chance alone give the same verdicts" : $"By limits for chance alone it would be: {byChance}";
        var why = !IsBeyondChance ? $"{Chance()}."
            : $"{Chance()}, for reasons that their size does not explain; {(IsSomeoneOut ? "the wider limits show who stands out even so" : "by the wider limits, none stands out")}.";
        return $"{widened} {same}. {why}";
    }

    private string OutByChance() => ByChance.Points.Count(ComparisonParts.IsOut) switch
    {
        0 => "none is",
        1 => "1 is",
        var count => $"{Number(count)} are",
    };

    private string Chance() => IsBeyondChance ? $"They differ by more than chance ({Tested})"
        : Test is { IsBound: true } ? $"There are {TooFew} to tell whether they differ by more than chance"
        : $"Their spread may be chance alone ({Tested})";

    private string Unwidened() => IsBeyondChance
        ? $"But for the extremes, no spread beyond chance was found (tau squared = 0), so the limits are those of chance alone; with them, {Lowered(Chance())}."
        : $"No spread beyond chance was found (tau squared = 0; {Tested}), so the limits are those of chance alone.";

    private static string Lowered(string sentence) => $"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}";
}
