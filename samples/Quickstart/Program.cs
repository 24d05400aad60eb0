using CampaignKit.Quickstart;

return await QuickstartOptions.Command(Quickstart.RunAsync).Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
