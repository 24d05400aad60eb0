namespace Ardalis.GuardClauses;

/// <summary>The entry to the guard clauses: <c>Guard.Against.Null(value)</c>. An internal twin of Ardalis.GuardClauses, of the clauses used here.</summary>
internal sealed class Guard : IGuardClause
{
    private Guard()
    {
    }

    public static IGuardClause Against { get; } = new Guard();
}
