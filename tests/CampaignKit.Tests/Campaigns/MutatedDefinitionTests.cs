using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Tests;

public sealed class MutatedDefinitionTests
{
    [Property(MaxTest = 2_000, Arbitrary = [typeof(Mutations)])]
    public void TryRead_AnyNodeChanged_LoadsOrNamesProblems(Mutation mutation)
    {
        var loaded = CampaignFile.TryRead(mutation.Json, out var campaign, out var problems);

        Assert.Equal(loaded, campaign is not null);
        Assert.Equal(loaded, problems.Count == 0);
        Assert.All(problems, p => Assert.StartsWith("$", p.Path, StringComparison.Ordinal));
        if (loaded)
            Assert.Equal(campaign!.Digest, CampaignFile.Read(CampaignFile.Write(campaign)).Digest);
    }

    [Property(MaxTest = 1_000)]
    public void TryRead_AnyCharacterChanged_LoadsOrNamesProblems(NonNegativeInt place, char character)
    {
        var text = File.ReadAllText(Changning.Path);
        var at = place.Get * 37 % text.Length;

        foreach (var changed in (string[])[text.Remove(at, 1), text.Insert(at, $"{character}"), text[..at]])
            Assert.NotEqual(CampaignFile.TryRead(changed, out _, out var problems), problems.Count > 0);
    }

    /// <summary>The quickstart's JSON with a node removed, replaced or renamed.</summary>
    public sealed record Mutation(string What, string Json)
    {
        public override string ToString() => What;
    }

    /// <summary>Generators: the mutations.</summary>
    public static class Mutations
    {
        private static readonly string[] Values =
        [
            "null", "true", "0", "-1", "1e400", "99999999999999999999", "1.5", "\"\"", "\"x\"", "\"PT99999999999H\"", "\"2021-03-25\"",
            "\"once per team\"", "\"stitch\"", "\"any site\"", "[]", "{}", "[null]", "[[]]", "[\"quiz\"]", "{\"\":1}", "{\"team\":{\"team\":1}}", "{\"id\":\"a\"}",
        ];

        public static Arbitrary<Mutation> Any()
        {
            var places = Places(Changning.Json, []).ToArray();
            return Arb.From(
                from place in Gen.Elements(places)
                from value in Gen.Elements(Values)
                from how in Gen.Choose(0, 4)
                select Mutated(place, how, value));
        }

        private static Mutation Mutated(string[] place, int how, string value)
        {
            var path = string.Join('.', place);
            return how switch
            {
                0 => new Mutation($"{path} removed", Changning.With((path, null)).ToJsonString()),
                1 when !char.IsAsciiDigit(place[^1][0]) => new Mutation($"{path} renamed", Changning.With(($"{path}x", "{}"), (path, null)).ToJsonString()),
                _ => new Mutation($"{path} = {value}", Changning.With((path, value)).ToJsonString()),
            };
        }

        private static IEnumerable<string[]> Places(JsonNode? node, string[] at) => node switch
        {
            JsonObject json => json.SelectMany(p => Below(p.Value, [.. at, p.Key])),
            JsonArray json => json.SelectMany((item, index) => Below(item, [.. at, $"{index}"])),
            _ => [],
        };

        private static IEnumerable<string[]> Below(JsonNode? node, string[] at) => Places(node, at).Prepend(at);
    }
}
