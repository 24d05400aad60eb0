namespace CampaignKit.EventStore;

/// <summary>A stream did not have the version expected; nothing was written.</summary>
/// <param name="Stream">The first such stream, in the order of the request.</param>
/// <param name="Expected">The version that was expected of it.</param>
/// <param name="ActualVersion">The version it had: 0 if it did not exist.</param>
public sealed record AppendConflict(string Stream, ExpectedVersion Expected, long ActualVersion) : AppendResult;
