using System.Diagnostics;
using System.Text;

namespace CampaignKit.Tool.Tests;

/// <summary>The program as a shell starts it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Program_Ids_ArePrintedInUtf8WithoutMark()
    {
        var pool = _folder.Lines("pool.txt", "第一期 王 é");

        using var program = Start("draw", "pick", "--pool", pool, "--take", "1", "--rule-seed-text", "第");
        using var output = new MemoryStream();
        program.StandardOutput.BaseStream.CopyTo(output);
        program.WaitForExit();

        Assert.Equal(ToolRun.Of("draw", "pick", "--pool", pool, "--take", "1", "--rule-seed-text", "第").Output, Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal((0, ""), (program.ExitCode, program.StandardError.ReadToEnd()));
    }

    [Fact]
    public void Program_BadInput_ExitsWithTwoAndSaysWhy()
    {
        using var program = Start("draw", "digest", "--pool", _folder.PathOf("none.txt"));
        var error = program.StandardError.ReadToEnd();
        program.WaitForExit();

        Assert.Equal((2, $"--pool is '{_folder.PathOf("none.txt")}'; there is no such file.\n"), (program.ExitCode, error));
    }

    [Fact]
    public void Program_ReaderGoesAfterOneLine_EndsQuietly()
    {
        var pool = _folder.Lines("pool.txt", Enumerable.Range(1, 50_000).Select(number => $"m{number}"));

        using var program = Start("draw", "pick", "--pool", pool, "--take", "50000", "--rule-seed-text", "x");
        var line = program.StandardOutput.ReadLine();
        program.StandardOutput.Close();
        var error = program.StandardError.ReadToEnd();
        program.WaitForExit();

        Assert.Equal(64, line?.IndexOf(' ', StringComparison.Ordinal));
        Assert.Equal((0, ""), (program.ExitCode, error));
    }

    [Fact]
    public void Program_OutIntoAPipeOrADevice_WritesOnIntoIt()
    {
        var cases = _folder.Lines("cases.csv", "nr,opened", "1,2026-01-05");
        var report = $"dotnet '{SharedFiles.Beside("CampaignKit.Tool.dll")}' grievances report '{cases}' --map id=nr,opened=opened";
        var printed = ToolRun.Of("grievances", "report", cases, "--map", "id=nr,opened=opened").Succeeded();

        Assert.Equal(printed, Shell($"{report} --out /dev/stdout"));
        Assert.Equal(printed, Shell($"mkfifo pipe; {report} --out pipe & cat pipe; wait"));
        Assert.Equal($"before\n{printed}", Shell($"echo before > all; {report} --out /dev/stdout >> all; cat all; {report} --out /dev/null"));
        Assert.Equal(["all", "cases.csv", "pipe"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a,1\n")]
    [InlineData("x\n")]
    [InlineData("\n")]
    public void Program_CtrlC_StopsABoardWithItsOwnCode(string line)
    {
        // Rows without end; as many as no pipe holds have been read when the signal comes.
        const int enough = 200_000;
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", [SharedFiles.Beside("CampaignKit.Tool.dll"), "board", "--scores", "/dev/stdin", "--repeated", "sum"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
        program.StandardInput.Write("id,score\n");
        for (var row = 0; row < enough; row++)
            program.StandardInput.Write(line);
        using (var signal = Process.Start("kill", ["-INT", $"{program.Id}"]))
            signal.WaitForExit();
        try
        {
            while (!program.HasExited)
                program.StandardInput.Write(line);
        }
        catch (IOException)
        {
            // The pipe has no reader any more.
        }

        program.WaitForExit();
        Assert.Equal((130, "", "Stopped; nothing was printed.\n"), (program.ExitCode, program.StandardOutput.ReadToEnd(), program.StandardError.ReadToEnd()));
    }

    [Fact]
    public void Program_TeamForEachOfManyMembers_NeedsLittleMemory()
    {
        const int many = 100_000;
        var scores = _folder.Lines("scores.csv", ["id,score", .. Enumerable.Range(0, many).Select(number => $"m{number},{number}")]);
        var teams = _folder.Lines("teams.csv", ["id,team", .. Enumerable.Range(0, many).Select(number => $"m{number},t{number}")]);
        var start = new ProcessStartInfo(
            "dotnet", [SharedFiles.Beside("CampaignKit.Tool.dll"), "board", "--scores", scores, "--teams", teams, "--aggregate", "median", "--top", "1"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000"; // 128 MiB

        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEnd(), program.StandardError.ReadToEnd());
        program.WaitForExit();

        Assert.Equal((0, "rank  id      score\n   1  t99999  99999\n", ""), (program.ExitCode, output, error));
    }

    private string Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = _folder.Root })!;
        var printed = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return printed;
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [SharedFiles.Beside("CampaignKit.Tool.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
