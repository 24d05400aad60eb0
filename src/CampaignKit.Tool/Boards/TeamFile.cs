using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>Reads a CSV file of <c>id,team</c>.</summary>
internal static class TeamFile
{
    private const int Id = 0;
    private const int Team = 1;

    /// <summary>The teams of the members; who has no score is entered into the ids.</summary>
    /// <exception cref="BadInputException">The file cannot be read, or rows of it; the first of them are told, and how many more.</exception>
    public static TeamTable Read(string namedBy, string path, Utf8IdTable ids, BoardProgress progress) => InputFile.Read(namedBy, path, name =>
    {
        var problems = new FileProblems();
        var teams = new TeamTable();
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan))
        using (var rows = new CsvRows(file, problems, progress))
        {
            progress.Begin("Reading teams", "rows", file);
            if (rows.ReadHeader(["id", "team"]))
                Read(rows, ids, teams, problems);
        }

        problems.ThrowIfAny(path, "table of teams");
        return teams;
    });

    private static void Read(CsvRows rows, Utf8IdTable ids, TeamTable teams, FileProblems problems)
    {
        var lines = new PagedList<long>();
        Span<byte> room = stackalloc byte[IdText.MostBytes];
        Span<byte> teamRoom = stackalloc byte[IdText.MostBytes];
        while (rows.Read())
        {
            var team = teamRoom;
            var badTeam = IdText.Encode(rows[Team], "a team", ref team);
            if (badTeam is not null)
                problems.Add(rows.Line, "team", rows[Team], badTeam);

            var id = room;
            if (IdText.Encode(rows[Id], "an id", ref id) is { } badId)
            {
                problems.Add(rows.Line, "id", rows[Id], badId);
                continue;
            }

            var member = ids.Add(id);
            while (lines.Count < ids.Count)
                lines.Add(0);
            if (lines[member] > 0)
            {
                problems.Add(rows.Line, "id", rows[Id], FormattableString.Invariant($"an id is in one team, and it stands on line {lines[member]} already"));
                continue;
            }

            lines[member] = rows.Line;
            if (badTeam is null)
                teams.Put(member, team);
        }
    }
}
