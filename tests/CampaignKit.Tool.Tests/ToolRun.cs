using System.Text.Json;

namespace CampaignKit.Tool.Tests;

/// <summary>What a run of the command came to.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static ToolRun Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, output, error);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The output of a run that succeeded and complained of nothing.</summary>
    public string Succeeded()
    {
        Assert.Equal((0, ""), (ExitCode, Error));
        return Output;
    }

    /// <summary>The complaint of a run that refused its input and printed nothing else.</summary>
    public string Refused()
    {
        Assert.Equal((2, ""), (ExitCode, Output));
        Assert.NotEqual("", Error);
        return Error;
    }
}
