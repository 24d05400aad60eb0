namespace CampaignKit.Draws.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void HoldAndVerify_SeveralRules_ProgressRisesToOne()
    {
        var locked = Changning.Plan().Lock(Changning.Entropy);
        var (holding, verifying) = (new Told(), new Told());

        var result = locked.Hold(Changning.Reveal, new HoldOptions { Progress = holding });
        DrawVerifier.Verify(result.Transcript, new VerificationOptions { Progress = verifying });

        foreach (var told in new[] { holding, verifying })
        {
            Assert.True(told.Values.Count >= locked.Manifest.Rules.Count);
            Assert.Equal(told.Values.Order(), told.Values);
            Assert.InRange(told.Values[0], 0, 1);
            Assert.Equal(1, told.Values[^1]);
        }
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
