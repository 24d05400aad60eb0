namespace CampaignKit.Grievances;

/// <summary>
/// The bins of a sketch: bin i holds the durations above gamma^(i-1) up to gamma^i, and answers with the point whose relative distance from
/// both ends is the same. C. Masson, J. E. Rim and H. K. Lee, DDSketch, Proceedings of the VLDB Endowment 12 (2019), 2195-2205.
/// </summary>
internal readonly struct SketchScale
{
    private readonly double _logGamma;

    public SketchScale(double relativeError)
    {
        RelativeError = relativeError;
        Gamma = (1 + relativeError) / (1 - relativeError);
        _logGamma = double.LogP1(2 * relativeError / (1 - relativeError));
    }

    public double RelativeError { get; }

    public double Gamma { get; }

    public int IndexOf(double duration) => (int)Math.Ceiling(Math.Log(duration) / _logGamma);

    public double EstimateOf(int index) => 2 * Math.Exp(index * _logGamma) / (Gamma + 1);
}
