using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// A connection that speaks as much of Redis's protocol (RESP2) as the comparison needs. Commands are gathered until they are sent; each
/// then has one reply to read, in order.
/// </summary>
internal sealed class RedisConnection(Socket socket) : IDisposable
{
    private const int BufferSize = 1 << 18;
    private const int LongestPart = 128;
    private const int LongestNumber = 20;

    private readonly byte[] _out = new byte[BufferSize];
    private byte[] _in = new byte[BufferSize];
    private int _written;
    private int _read;
    private int _received;

    /// <summary>Begins a command of so many parts, its name included.</summary>
    public void Begin(int parts, ReadOnlySpan<byte> name)
    {
        Head((byte)'*', parts);
        Add(name);
    }

    /// <summary>Adds a part.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        Head((byte)'$', text.Length);
        text.CopyTo(_out.AsSpan(_written));
        _written += text.Length;
        EndLine();
    }

    /// <summary>Adds a number as a part, with a mark before it.</summary>
    public void Add(long number, ReadOnlySpan<byte> mark = default)
    {
        Span<byte> text = stackalloc byte[LongestNumber + 1];
        mark.CopyTo(text);
        Utf8Formatter.TryFormat(number, text[mark.Length..], out var length);
        Add(text[..(mark.Length + length)]);
    }

    public void Send()
    {
        for (var sent = 0; sent < _written;)
            sent += socket.Send(_out.AsSpan(sent, _written - sent));
        _written = 0;
    }

    /// <summary>Sends one command and returns its reply as text.</summary>
    public string Ask(params ReadOnlySpan<string> parts)
    {
        Begin(parts.Length, Encoding.UTF8.GetBytes(parts[0]));
        foreach (var part in parts[1..])
            Add(Encoding.UTF8.GetBytes(part));
        Send();
        return Encoding.UTF8.GetString(ReadText());
    }

    /// <summary>Reads a number, also one that comes as text.</summary>
    public long ReadNumber()
    {
        var text = ReadText();
        return Utf8Parser.TryParse(text, out long number, out var length) && length == text.Length
            ? number
            : throw new InvalidOperationException($"Redis answered \"{Encoding.UTF8.GetString(text)}\" instead of a number.");
    }

    /// <summary>Reads a list of members, each with its score, and returns the sum of the scores.</summary>
    public long ReadSumOfScores()
    {
        var parts = ReadCount((byte)'*', ReadLine());
        var sum = 0L;
        for (var i = 0; i < parts; i += 2)
        {
            ReadText();
            sum += ReadNumber();
        }

        return sum;
    }

    public void Dispose() => socket.Dispose();

    private static int ReadCount(byte kind, ReadOnlySpan<byte> line) =>
        line[0] == kind && Utf8Parser.TryParse(line[1..], out int count, out _) && count >= 0
            ? count
            : throw new InvalidOperationException($"Redis answered \"{Encoding.UTF8.GetString(line)}\".");

    private void Head(byte kind, int number)
    {
        if (_written > BufferSize - LongestPart)
            Send();
        _out[_written++] = kind;
        Utf8Formatter.TryFormat(number, _out.AsSpan(_written), out var length);
        _written += length;
        EndLine();
    }

    private void EndLine()
    {
        _out[_written++] = (byte)'\r';
        _out[_written++] = (byte)'\n';
    }

    private ReadOnlySpan<byte> ReadText()
    {
        var line = ReadLine();
        if (line[0] is (byte)':' or (byte)'+')
            return line[1..];

        var length = ReadCount((byte)'$', line);
        Need(length + 2);
        var text = _in.AsSpan(_read, length);
        _read += length + 2;
        return text;
    }

    private ReadOnlySpan<byte> ReadLine()
    {
        int length;
        while ((length = _in.AsSpan(_read, _received - _read).IndexOf((byte)'\n')) < 0)
            Need(_received - _read + 1);
        var line = _in.AsSpan(_read, length - 1);
        _read += length + 1;
        return line;
    }

    private void Need(int length)
    {
        if (_received - _read >= length)
            return;

        _in.AsSpan(_read.._received).CopyTo(_in);
        (_read, _received) = (0, _received - _read);
        if (length > _in.Length)
            Array.Resize(ref _in, 2 * length);
        while (_received < length)
        {
            var count = socket.Receive(_in.AsSpan(_received));
            _received += count > 0 ? count : throw new InvalidOperationException("Redis closed the connection.");
        }
    }
}
