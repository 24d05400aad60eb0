using System.Buffers;

namespace CampaignKit.Draws;

/// <summary>Hex text as the format writes it: lower case alone, so that one value has one text.</summary>
internal static class Hex
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    internal static bool IsLowerCase(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);
}
