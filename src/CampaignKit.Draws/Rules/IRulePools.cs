namespace CampaignKit.Draws;

/// <summary>How a document names the pools of its rules.</summary>
internal interface IRulePools
{
    /// <summary>The fields of a rule beside <c>pool</c> that say what its pool is.</summary>
    string[] Fields { get; }

    /// <summary>Those that only a random rule has.</summary>
    string[] FieldsOfRandom { get; }

    /// <summary>Whether a rule may leave out its alternates, which then are none.</summary>
    bool AlternatesMayBeMissing { get; }

    /// <summary>The pool of a rule, of one of the kinds given.</summary>
    PoolCommitment Read(DocumentNode rule, string ruleId, params PoolKind[] kinds);
}
