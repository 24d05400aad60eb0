using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A Redis server of our own: on a socket in a new folder, without persistence; it ends with this object or this process.</summary>
internal sealed class RedisServer : IDisposable
{
    private const string Program = "redis-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // .NET lets these end the process without an exit that one could attend.
    private static readonly PosixSignal[] Endings = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly PosixSignalRegistration[] _signals;

    private RedisServer(Process process, DirectoryInfo folder, string socket)
    {
        (_process, _folder) = (process, folder);
        _signals = [.. Endings.Select(signal => PosixSignalRegistration.Create(signal, _ => End()))];
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
        Connection = Connect(socket);
        Version = $"Redis {Information("server", "redis_version:")}";
    }

    public RedisConnection Connection { get; }

    /// <summary>The server's name and version.</summary>
    public string Version { get; }

    /// <summary>What it has allocated, in bytes.</summary>
    public long UsedMemory => long.Parse(Information("memory", "used_memory:"), CultureInfo.InvariantCulture);

    /// <summary>The server; null if it is not installed.</summary>
    /// <exception cref="InvalidOperationException">It is installed but does not come up.</exception>
    public static RedisServer? TryStart()
    {
        var folder = Directory.CreateTempSubdirectory("campaignkit-redis-");
        var socket = Path.Combine(folder.FullName, "socket");
        var start = new ProcessStartInfo(Program, ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder.FullName])
        {
            RedirectStandardOutput = true,
        };

        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return new RedisServer(process, folder, socket);
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            return null;
        }
    }

    /// <summary>The value of a line of what INFO says.</summary>
    public string Information(string section, string name) =>
        Connection.Ask("INFO", section).Split("\r\n").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        foreach (var signal in _signals)
            signal.Dispose();
        Connection.Dispose();
        End();
        _process.Dispose();
    }

    private void EndWithProcess(object? sender, EventArgs e) => End();

    private void End()
    {
        _process.Kill();
        _process.WaitForExit();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    private RedisConnection Connect(string path)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"{Program} does not answer on {path}.");

            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return new RedisConnection(socket);
            }
            catch (SocketException)
            {
                // A server tells nobody when it listens: one asks again until it does.
                socket.Dispose();
                Thread.Sleep(10);
            }
        }
    }
}
