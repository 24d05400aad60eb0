using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>How many cases a group has. A small value over shared columns; the default is of no group and must not be asked.</summary>
public readonly struct GroupCount
{
    private readonly GroupKeys _keys;
    private readonly int _group;

    internal GroupCount(GroupKeys keys, int group, long cases, long open)
    {
        _keys = keys;
        _group = group;
        Cases = cases;
        Open = open;
    }

    /// <summary>The group: a value for each dimension, empty where the case has none. Each call makes a new list.</summary>
    public IReadOnlyList<string> Key => _keys.ToArray(_group);

    /// <summary>How many cases the group has.</summary>
    public long Cases { get; }

    /// <summary>How many of them are open.</summary>
    public long Open { get; }

    /// <summary>The value of one dimension, without a list being made.</summary>
    /// <param name="dimension">The index of the dimension, from 0.</param>
    public string this[int dimension] => _keys[_group, dimension];

    /// <summary>Group and counts: <c>water / leak: 12 cases, 3 open</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GroupName.Of(Key)}: {Cases:#,0} cases, {Open:#,0} open");
}
