using System.CommandLine;
using CampaignKit.Quickstart;

const int BadInput = 2;

var parsed = QuickstartOptions.Command(Quickstart.RunAsync).Parse(args);
foreach (var error in parsed.Errors)
    Console.Error.WriteLine(error.Message);

// Ctrl-C cancels what is running; there are ten seconds to finish what is being written.
return parsed.Errors.Count > 0 ? BadInput : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
