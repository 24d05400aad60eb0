namespace CampaignKit;

/// <summary>A command lost against other writers each time it was tried; nothing of it was recorded, and it can be sent again.</summary>
public sealed class TooManyConflictsException : Exception
{
    /// <summary>An exception for a command that gave up.</summary>
    /// <param name="stream">The stream that others kept writing to.</param>
    /// <param name="attempts">How often it was tried.</param>
    public TooManyConflictsException(string stream, int attempts)
        : base($"The command lost against other writers of {stream} {attempts} times; nothing of it was recorded.")
    {
        Stream = stream;
        Attempts = attempts;
    }

    /// <summary>The stream that others kept writing to.</summary>
    public string Stream { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }
}
