using System.Text.Json;
using NodaTime;

namespace CampaignKit.Tool.Tests;

/// <summary>What a run of the command came to.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The time of runs that name none: before the rounds of the vectors.</summary>
    public static Instant Now { get; } = Instant.FromUtc(2021, 4, 5, 0, 0);

    public static ToolRun Of(params string[] args) => At(Now, args);

    public static ToolRun At(Instant now, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, output, error, new FixedClock(now));
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The output of a run that succeeded and complained of nothing.</summary>
    public string Succeeded()
    {
        Assert.Equal((0, ""), (ExitCode, Error));
        return Output;
    }

    /// <summary>The complaint of a run that came too early and printed nothing else.</summary>
    public string Early()
    {
        Assert.Equal((1, ""), (ExitCode, Output));
        return Error;
    }

    /// <summary>The complaint of a run that refused its input and printed nothing else.</summary>
    public string Refused()
    {
        Assert.Equal((2, ""), (ExitCode, Output));
        Assert.NotEqual("", Error);
        return Error;
    }
}
