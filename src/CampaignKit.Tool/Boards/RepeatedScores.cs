namespace CampaignKit.Tool.Boards;

/// <summary>What several rows of one id come to.</summary>
internal enum RepeatedScores
{
    /// <summary>They are an error.</summary>
    Refuse,

    /// <summary>Their scores add up; the last row by time decides where the id stands among equals.</summary>
    Sum,

    /// <summary>The best score counts: the highest, or the lowest on an ascending board; of equal ones the earliest.</summary>
    Best,

    /// <summary>The last row by time counts; of one time, the last in the file.</summary>
    Latest,
}
