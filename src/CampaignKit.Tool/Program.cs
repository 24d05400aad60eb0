using System.Text;
using CampaignKit.Tool;
using NodaTime;

// Ids are UTF-8 whatever the terminal's code page is; line ends are LF, so that what is printed can be hashed.
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
#pragma warning disable RS0030 // The program is the host: here its clock is named, and nowhere else.
return CommandLine.Run(args, output, error, SystemClock.Instance, Console.IsErrorRedirected ? null : error);
#pragma warning restore RS0030
