namespace CampaignKit.Draws;

/// <summary>Collects what is wrong with a pool, to be said at once.</summary>
internal sealed class PoolProblems(string place)
{
    private readonly List<PoolProblem> _problems = [];

    internal void Add(int position, string value, string rule) => _problems.Add(new PoolProblem(place, position, value, rule));

    internal void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new PoolFormatException([.. _problems.OrderBy(problem => problem.Position)]);
    }
}
