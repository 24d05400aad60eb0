using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>Reads a CSV file of <c>id,team</c>.</summary>
internal static class TeamFile
{
    private const int Id = 0;
    private const int Team = 1;

    /// <summary>The members in the order of the file, by number, each with its team; who has no score is entered into the ids.</summary>
    /// <exception cref="BadInputException">The file cannot be read, or rows of it; the first of them are told, and how many more.</exception>
    public static PagedList<(int Member, string Team)> Read(string namedBy, string path, Utf8IdTable ids, BoardProgress progress) => InputFile.Read(namedBy, path, name =>
    {
        var problems = new FileProblems();
        var members = new PagedList<(int, string)>();
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan))
        using (var rows = new CsvRows(file, problems))
        {
            progress.Begin("Reading teams", "rows", file);
            if (rows.ReadHeader(["id", "team"]))
                Read(rows, ids, members, problems, progress);
        }

        problems.ThrowIfAny(path, "table of teams");
        return members;
    });

    private static void Read(CsvRows rows, Utf8IdTable ids, PagedList<(int Member, string Team)> members, FileProblems problems, BoardProgress progress)
    {
        var teams = new HashSet<string>(StringComparer.Ordinal);
        var lines = new PagedList<long>();
        Span<byte> room = stackalloc byte[IdText.MostBytes];
        for (; rows.Read(); progress.Step())
        {
            var team = rows[Team];
            var bytes = room;
            if (IdText.Encode(team, "a team", ref bytes) is { } badTeam)
                problems.Add(rows.Line, "team", team, badTeam);

            bytes = room;
            if (IdText.Encode(rows[Id], "an id", ref bytes) is { } badId)
            {
                problems.Add(rows.Line, "id", rows[Id], badId);
                continue;
            }

            var member = ids.Add(bytes);
            while (lines.Count < ids.Count)
                lines.Add(0);
            if (lines[member] > 0)
            {
                problems.Add(rows.Line, "id", rows[Id], FormattableString.Invariant($"an id is in one team, and it stands on line {lines[member]} already"));
                continue;
            }

            lines[member] = rows.Line;
            if (!teams.TryGetValue(team, out var known))
                teams.Add(known = team);
            members.Add((member, known));
        }
    }
}
