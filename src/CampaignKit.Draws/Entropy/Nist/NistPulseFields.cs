using System.Buffers.Binary;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// What a pulse says, as far as the beacon signs it, with the signature and the output (NIST Interagency Report 8213, draft of 2019).
/// Values are hex as the beacon writes it: upper case, the certificate's id lower case.
/// </summary>
internal sealed record NistPulseFields
{
    internal required string Uri { get; init; }

    internal required string Version { get; init; }

    internal required long CipherSuite { get; init; }

    /// <summary>From a pulse to the next, in milliseconds.</summary>
    internal required long Period { get; init; }

    internal required string CertificateId { get; init; }

    internal required long ChainIndex { get; init; }

    internal required long PulseIndex { get; init; }

    internal required string TimeStamp { get; init; }

    internal required string LocalRandomValue { get; init; }

    internal required string ExternalSourceId { get; init; }

    internal required long ExternalStatusCode { get; init; }

    internal required string ExternalValue { get; init; }

    /// <summary>The output of the pulse before.</summary>
    internal required string Previous { get; init; }

    /// <summary>The output of the first pulse of the hour; and so for the day, the month and the year.</summary>
    internal required string Hour { get; init; }

    internal required string Day { get; init; }

    internal required string Month { get; init; }

    internal required string Year { get; init; }

    internal required string PrecommitmentValue { get; init; }

    internal required long StatusCode { get; init; }

    internal required string SignatureValue { get; init; }

    internal required string OutputValue { get; init; }

    internal byte[] Signature => Convert.FromHexString(SignatureValue);

    /// <summary>What is signed: the fields in their order, texts and values behind their length in 32 bits, all big-endian.</summary>
    internal byte[] SignedBytes()
    {
        var bytes = new List<byte>();
        Text(Uri);
        Text(Version);
        Integer32(CipherSuite);
        Integer32(Period);
        Value(CertificateId);
        Integer64(ChainIndex);
        Integer64(PulseIndex);
        Text(TimeStamp);
        Value(LocalRandomValue);
        Value(ExternalSourceId);
        Integer32(ExternalStatusCode);
        Value(ExternalValue);
        Value(Previous);
        Value(Hour);
        Value(Day);
        Value(Month);
        Value(Year);
        Value(PrecommitmentValue);
        Integer32(StatusCode);
        return [.. bytes];

        void Text(string text) => WithLength(Encoding.UTF8.GetBytes(text));

        void Value(string hex) => WithLength(Convert.FromHexString(hex));

        void WithLength(byte[] content)
        {
            Integer32(content.Length);
            bytes.AddRange(content);
        }

        void Integer32(long value)
        {
            Span<byte> word = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(word, (uint)value);
            bytes.AddRange(word);
        }

        void Integer64(long value)
        {
            Span<byte> word = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(word, value);
            bytes.AddRange(word);
        }
    }
}
