using System.Globalization;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// Shell commands with which anyone checks a draw without this library: POSIX <c>sh</c> with <c>sha256sum</c>, <c>sort</c>, <c>awk</c>
/// and <c>cut</c>. They run in a folder that <see cref="DrawFolder"/> wrote.
/// </summary>
public static class ShellCheck
{
    /// <summary>The line that prints the digest of a rule's pool.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public static string PoolLineFor(Transcript transcript, string ruleId)
    {
        var rule = Guard.Against.Null(transcript).Manifest[ruleId];
        return DigestLine(DrawFolder.PoolFileOf(rule.Id));
    }

    /// <summary>The line that prints the winners of a rule in order, one id a line. Earlier winners are part of it where people win once.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public static string LineFor(Transcript transcript, string ruleId) =>
        new RulePipeline(Guard.Against.Null(transcript), ruleId, withAlternates: false).Line;

    /// <summary>A script that checks everything from the randomness to the last alternate, and ends with 1 and a message at the first difference.</summary>
    /// <exception cref="ArgumentException">The randomness is of another source than the manifest names.</exception>
    public static string Script(Transcript transcript)
    {
        var manifest = Guard.Against.Null(transcript).Manifest;
        var script = new StringBuilder();
        Append(
            script,
            "#!/bin/sh",
            $"# Checks the draw {manifest.Name} with sh, sha256sum, sort, awk and cut alone: that transcript.json is the one of this script, and that",
            "# its winners follow from the manifest, the randomness and the pools. Signatures and claims it does not check.",
            "set -u",
            "LC_ALL=C; export LC_ALL",
            "cd \"$(dirname \"$0\")\" || exit 2",
            "same() {",
            "    if [ \"$2\" != \"$3\" ]; then printf 'DIFFERENT: %s\\npublished:\\n%s\\ncomputed:\\n%s\\n' \"$1\" \"$2\" \"$3\" >&2; exit 1; fi",
            "    printf 'same: %s\\n' \"$1\"",
            "}",
            string.Empty);
        Append(script, Same("manifest", transcript.ManifestDigest.ToString(), $"sha256sum < {DrawFolder.ManifestFile} | cut -c1-64"));
        Append(script, Same("transcript", Digest.Of(TranscriptJson.Write(transcript.WithoutPools())).ToString(), $"sha256sum < {DrawFolder.TranscriptFile} | cut -c1-64"));
        AppendEntropy(script, transcript.Source, transcript.Entropy);
        Append(script, Same("seed", transcript.Seed.ToString(), $"printf '%s%s' {transcript.ManifestDigest} {transcript.Entropy.Randomness} | sha256sum | cut -c1-64"));
        if (manifest.Exclusions is { } exclusions)
            Append(script, Same("exclusions", exclusions.Digest.ToString(), DigestLine(DrawFolder.ExclusionsFile)));
        foreach (var outcome in transcript.Rules)
            AppendRule(script, transcript, outcome);
        Append(script, $"printf '%s\\n' {Quoted($"The draw {manifest.Name} is as published.")}");
        return script.ToString();
    }

    /// <summary>A text as one word of the shell, whatever it holds.</summary>
    internal static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string DigestLine(string file) => $"LC_ALL=C sort {file} | sha256sum | cut -c1-64";

    private static string Same(string what, string published, string command) => $"same {Quoted(what)} {Quoted(published)} \"$({command})\"";

    private static void AppendRule(StringBuilder script, Transcript transcript, RuleOutcome outcome)
    {
        var (id, pool) = (outcome.RuleId, transcript.Manifest[outcome.RuleId].Pool);
        Append(script, string.Empty, Same($"pool of {id}", pool.Digest.ToString(), DigestLine(DrawFolder.PoolFileOf(id))));
        if (pool.HoldersDigest is { } holders)
            Append(script, Same($"holders of {id}", holders.ToString(), DigestLine(DrawFolder.HoldersFileOf(id))));
        if (pool.StrataDigest is { } strata)
            Append(script, Same($"strata of {id}", strata.ToString(), DigestLine(DrawFolder.StrataFileOf(id))));
        Append(script, Same($"rule seed of {id}", outcome.Seed.ToString(), $"printf '%s:%s' {transcript.Seed} {id} | sha256sum | cut -c1-64"));
        var published = string.Join('\n', outcome.Winners.Concat(outcome.Alternates).Select(entry => entry.Id));
        var what = outcome.Alternates.Count > 0 ? $"winners and alternates of {id}" : $"winners of {id}";
        Append(script, Same(what, published, new RulePipeline(transcript, id, withAlternates: true).Line));
    }

    private static void AppendEntropy(StringBuilder script, FutureEntropy source, EntropyRecord record)
    {
        switch (source, record)
        {
            case (OperatorCommitment commitment, OperatorReveal reveal):
                Append(script, Same("secret", commitment.Commitment.ToString(), $"printf '%s' {reveal.Secret} | sha256sum | cut -c1-64"));
                break;
            case (FutureDrandRound drand, DrandRound round):
                Append(script, $"# {drand}, signature {round.Signature}", SameBytes(round, round.Signature));
                break;
            case (FutureNistPulse nist, NistPulse pulse):
                Append(script, $"# {nist}, output value {pulse.OutputValue}", SameBytes(pulse, pulse.OutputValue));
                break;
            case (FutureNumbers numbers, AnnouncedNumbers announced):
                Append(
                    script,
                    $"# {numbers}",
                    Same("randomness", announced.Randomness.ToString(), $"printf '%s' '{string.Join(' ', announced.Numbers)}' | sha256sum | cut -c1-64"));
                break;
            default:
                throw new ArgumentException($"The transcript has randomness of another source than {source}.", nameof(record));
        }
    }

    // printf of a POSIX shell knows bytes by octal codes alone.
    private static string SameBytes(EntropyRecord record, string hex)
    {
        var octal = string.Concat(Convert.FromHexString(hex).Select(value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}"));
        return Same("randomness", record.Randomness.ToString(), $"printf '{octal}' | sha256sum | cut -c1-64");
    }

    private static void Append(StringBuilder script, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            script.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
