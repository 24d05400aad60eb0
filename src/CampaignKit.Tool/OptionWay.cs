using System.CommandLine;

namespace CampaignKit.Tool;

/// <summary>One of several ways to say something: the option that chooses it, those it needs beside it, and those it may have.</summary>
internal sealed record OptionWay<T>(Option Chosen, Option[] Needed, Option[] Further, Func<ParseResult, T> Read)
{
    public IEnumerable<Option> All => [Chosen, .. Needed, .. Further];
}
