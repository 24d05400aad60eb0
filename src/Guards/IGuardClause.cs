namespace Ardalis.GuardClauses;

/// <summary>What guard clauses extend: the internal twin of the interface of that name in Ardalis.GuardClauses.</summary>
internal interface IGuardClause;
