using System.CommandLine;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw digest</c>.</summary>
internal static class DigestCommand
{
    public static Command Create(TextWriter output)
    {
        var pool = new PoolOptions();
        var json = new Option<bool>("--json") { Description = "Prints {\"poolDigest\",\"size\"}." };
        var command = new Command("digest", "Prints the digest of a pool: the SHA-256 of its lines in byte order, which `LC_ALL=C sort FILE | sha256sum` prints for a file with LF.");
        pool.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var read = pool.Read(parsed);
            if (parsed.GetValue(json))
            {
                output.WriteJson(document =>
                {
                    document.WriteString("poolDigest", read.Digest.ToString());
                    document.WriteNumber("size", read.Size);
                });
            }
            else
            {
                output.WriteLine(read.Digest);
            }

            return CommandLine.Success;
        });
        return command;
    }
}
