namespace CampaignKit.Leaderboards.Tests;

/// <summary>The plain twin of a table of ids.</summary>
internal sealed class IdTwin
{
    private readonly Stack<int> _givenBack = [];
    private int _next;

    public Dictionary<string, int> Numbers { get; } = [];

    public int Add(string id)
    {
        if (!Numbers.TryGetValue(id, out var number))
            Numbers.Add(id, number = _givenBack.TryPop(out var free) ? free : _next++);
        return number;
    }

    public bool Remove(string id)
    {
        if (!Numbers.Remove(id, out var number))
            return false;

        _givenBack.Push(number);
        return true;
    }

    public void Clear()
    {
        Numbers.Clear();
        _givenBack.Clear();
        _next = 0;
    }
}
