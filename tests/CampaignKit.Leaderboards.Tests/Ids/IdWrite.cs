using System.Text;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>One write to a table of ids and to its twin.</summary>
public readonly record struct IdWrite(IdWriteKind Kind, string Id)
{
    internal object? ApplyTo(Utf8IdTable table)
    {
        switch (Kind)
        {
            case IdWriteKind.AddString:
                return table.Add(Id);
            case IdWriteKind.AddBytes:
                return table.Add(Encoding.UTF8.GetBytes(Id));
            case IdWriteKind.Remove:
                return table.TryFind(Id, out var number) && table.Remove(number);
            default:
                table.Clear();
                return null;
        }
    }

    internal object? ApplyTo(IdTwin twin)
    {
        switch (Kind)
        {
            case IdWriteKind.AddString or IdWriteKind.AddBytes:
                return twin.Add(Id);
            case IdWriteKind.Remove:
                return twin.Remove(Id);
            default:
                twin.Clear();
                return null;
        }
    }
}
