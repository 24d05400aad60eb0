using System.Text;
using CampaignKit.Tool;

// Ids are UTF-8 whatever the terminal's code page is; line ends are LF, so that what is printed can be hashed.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n" };
return CommandLine.Run(args, output, error);
