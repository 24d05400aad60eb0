using System.Text;
using CampaignKit.Tool;

// Ids are UTF-8 whatever the terminal's code page is; line ends are LF, so that what is printed can be hashed.
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
return CommandLine.Run(args, output, error);
