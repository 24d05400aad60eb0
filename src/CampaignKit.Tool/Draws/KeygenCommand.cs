using System.CommandLine;
using System.Text;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw keygen</c>.</summary>
internal static class KeygenCommand
{
    public static Command Create(TextWriter output)
    {
        var path = new Option<string>("--out") { Description = "The file of the private key, which is not there yet. Who reads it can sign in the operator's name.", HelpName = "FILE", Required = true };
        var json = new Option<bool>("--json") { Description = "Prints {\"publicKey\",\"fingerprint\"}." };
        var command = new Command("keygen", "Makes an operator's key (ECDSA, P-256) to sign draws with, and prints the public one, to be published long before a draw.") { path, json };
        command.SetAction(parsed =>
        {
            var (file, key) = (parsed.GetRequiredValue(path), OperatorKey.Create());
            if (File.Exists(file))
                throw new BadInputException($"{path.Name} is '{file}'; that file is there already, and a key is never overwritten.");
            OutputFile.WriteSecret(path.Name, file, Encoding.ASCII.GetBytes(key.ToPem()));
            if (parsed.GetValue(json))
            {
                output.WriteJson(document =>
                {
                    document.WriteString("publicKey", key.PublicKey.ToString());
                    document.WriteString("fingerprint", key.PublicKey.Fingerprint.ToString());
                });
            }
            else
            {
                output.Write(key.PublicKey.ToPem());
            }

            return CommandLine.Success;
        });
        return command;
    }
}
