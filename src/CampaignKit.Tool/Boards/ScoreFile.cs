using System.Globalization;

namespace CampaignKit.Tool.Boards;

/// <summary>Reads a CSV file of <c>id,score[,at]</c>, a row in memory at a time beside the table.</summary>
internal static class ScoreFile
{
    private const int Id = 0;
    private const int Score = 1;
    private const int At = 2;

    private static readonly string ScoreRule =
        FormattableString.Invariant($"a score is a whole number from {long.MinValue:N0} to {long.MaxValue:N0}, without separators");

    /// <exception cref="BadInputException">The file cannot be read, or rows of it; the first of them are told, and how many more.</exception>
    public static void Read(string namedBy, string path, ScoreTable table, BoardProgress progress) => InputFile.Read(namedBy, path, name =>
    {
        var problems = new FileProblems();
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan))
        using (var rows = new CsvRows(file, problems, progress))
        {
            progress.Begin("Reading", "rows", file);
            if (rows.ReadHeader(["id", "score"], "at"))
                Read(rows, table, problems);
        }

        problems.ThrowIfAny(path, "table of scores");
        return table;
    });

    private static void Read(CsvRows rows, ScoreTable table, FileProblems problems)
    {
        var times = rows.Has(At) ? new TimeColumn() : null;
        Span<byte> room = stackalloc byte[IdText.MostBytes];
        while (rows.Read())
        {
            var (line, time) = (rows.Line, 0L);
            var id = room;
            var badId = IdText.Encode(rows[Id], "an id", ref id);
            var badScore = long.TryParse(rows[Score], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) ? null : ScoreRule;
            var badTime = times?.Read(rows[At], out time);
            if (badId is null && badScore is null && badTime is null)
            {
                if (table.Put(id, score, time, line) is { } refusal)
                    problems.Add(line, "id", rows[Id], refusal);
                continue;
            }

            if (badId is not null)
                problems.Add(line, "id", rows[Id], badId);
            if (badScore is not null)
                problems.Add(line, "score", rows[Score], badScore);
            if (badTime is not null)
                problems.Add(line, "at", rows[At], badTime);
        }

        foreach (var (number, sum) in table.SumsBeyondRange())
            problems.Add(table.LineOf(number), "id", table.Ids[number], $"the scores of an id add up to a whole number of 64 bits; these make {sum}");
    }
}
