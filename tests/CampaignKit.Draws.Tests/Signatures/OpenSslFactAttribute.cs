namespace CampaignKit.Draws.Tests;

/// <summary>A fact about the command <c>openssl</c>; where it is not installed the test says so and is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "openssl"))))
            Skip = "The command openssl is not on this machine.";
    }
}
