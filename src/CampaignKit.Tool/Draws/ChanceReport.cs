using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The chances in a pool: of one entrant, of each, or by weight.</summary>
internal sealed class ChanceReport(Pool pool, DrawOdds odds)
{
    /// <summary>Writes the chance of one entrant or, if none is named, a line for each weight.</summary>
    public void Write(TextWriter output, string? id)
    {
        if (id is not null)
        {
            output.WriteLine($"'{id}' wins with a chance of {Percent(odds.ChanceOf(id))} ({Places} among {Entrants(pool.Size)})");
            return;
        }

        output.WriteLine(FormattableString.Invariant($"{Places} among {Entrants(pool.Size)}, expected winners: {ExpectedWinners:0.######}"));
        foreach (var (weight, count) in odds.Entrants.OrderByDescending(group => group.Key))
            output.WriteLine(FormattableString.Invariant($"  weight {weight}: {Percent(odds.ByWeight[weight])} for each of {Entrants(count)}, expected winners: {Expected(weight):0.######}"));
    }

    /// <summary>Writes the chance of one entrant or, if none is named, of each in byte order.</summary>
    public void Write(Utf8JsonWriter document, string? id)
    {
        document.WriteNumber("take", odds.Take);
        document.WriteNumber("size", pool.Size);
        document.WriteNumber("expectedWinners", ExpectedWinners);
        document.WriteStartArray("entrants");
        foreach (var entrant in id is null ? pool.Ids : [id])
        {
            document.WriteStartObject();
            document.WriteString("id", entrant);
            document.WriteNumber("weight", odds.WeightOf(entrant));
            document.WriteNumber("chance", odds.ChanceOf(entrant));
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    private double ExpectedWinners => odds.Entrants.Keys.Sum(Expected);

    private string Places => odds.Take == 1 ? "1 place" : FormattableString.Invariant($"{odds.Take:N0} places");

    private static string Entrants(int count) => count == 1 ? "1 entrant" : FormattableString.Invariant($"{count:N0} entrants");

    private static string Percent(double chance) => FormattableString.Invariant($"{100 * chance:0.######} %");

    private double Expected(long weight) => odds.Entrants[weight] * odds.ByWeight[weight];
}
