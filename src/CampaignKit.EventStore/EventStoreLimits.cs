using System.Text;

namespace CampaignKit.EventStore;

/// <summary>The sizes that every store accepts, with the checks that every store shares.</summary>
public static class EventStoreLimits
{
    /// <summary>The longest name of a campaign, stream, event type or projection, in bytes of UTF-8.</summary>
    public const int NameBytes = 256;

    /// <summary>The most bytes of data in one event: 64 MiB.</summary>
    public const int DataBytes = 64 << 20;

    /// <summary>The most events in one append, over all its streams. More at once is an import.</summary>
    public const int EventsPerAppend = 10_000;

    /// <summary>The most bytes in one snapshot: 512 MiB.</summary>
    public const int SnapshotBytes = 512 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gives <paramref name="name"/> back if it is a name: 1 to <see cref="NameBytes"/> bytes of UTF-8, without control characters.</summary>
    /// <param name="name">The name of a campaign, stream, event type or projection.</param>
    /// <param name="parameterName">How the caller calls it, for the message.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, too long, holds a control character or half a surrogate pair.</exception>
    public static string CheckName(string name, string parameterName)
    {
        Guard.Against.NullOrEmpty(name, parameterName);
        if (name.AsSpan().ContainsAnyInRange('\0', '\u001f'))
            throw new ArgumentException($"A name has no control characters; {parameterName} has.", parameterName);
        var bytes = Utf8Length(name, parameterName);
        if (bytes > NameBytes)
            throw new ArgumentException($"A name has at most {NameBytes} bytes of UTF-8; {parameterName} has {bytes}.", parameterName);
        return name;
    }

    /// <summary>How many bytes a text has in UTF-8, which it must be expressible in: otherwise two texts could be stored alike.</summary>
    internal static int Utf8Length(string text, string parameterName)
    {
        try
        {
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"A name is well-formed text; {parameterName} has half a surrogate pair at index {e.Index}.", parameterName, e);
        }
    }
}
