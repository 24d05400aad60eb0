using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class CsvRowsTests
{
    [Property(Arbitrary = [typeof(CsvRowsTests)])]
    public void Read_GoodText_SplitsAsCsvHelperDoes(string[][] rows, bool lineFeedAlone, bool long_)
    {
        var end = lineFeedAlone ? "\n" : "\r\n";
        var text = string.Concat(rows.Where(r => r.Length > 0).Select(r => string.Join(',', r.Select(f => Quoted(long_ ? string.Concat(Enumerable.Repeat(f, 9_000)) : f))) + end));
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        var split = new CsvRows(new StringReader(text));

        while (parser.Read())
        {
            Assert.True(split.Read());
            Assert.Null(split.BadQuotes);
            Assert.Equal(parser.Record!, Enumerable.Range(0, split.Count).Select(i => split[i].ToString()));
        }

        Assert.False(split.Read());
    }

    [Theory]
    [InlineData("a,b", "1:a|b")]
    [InlineData("a,\r\n\rb", "1:a|;2:;3:b")]
    [InlineData("\"a\r\nb\",\"c\"\"\"\nd", "1:a\r\nb|c\";3:d")]
    [InlineData("\"a\"b,c\nd", "1:\"a\"b|c!;2:d")]
    public void Read_Text_HasThoseLinesAndFields(string text, string expected)
    {
        var rows = new CsvRows(new StringReader(text));
        var read = new List<string>();
        while (rows.Read())
            read.Add($"{rows.Line}:{string.Join('|', Enumerable.Range(0, rows.Count).Select(i => rows[i].ToString()))}{(rows.BadQuotes is null ? "" : "!")}");

        Assert.Equal(expected, string.Join(';', read));
    }

    [Theory]
    [InlineData("a\n\"b,c\nd", "The quote opened on line 2 is not closed up to the end of the file.")]
    [InlineData("a,\"b\r\nc\",\"d", "The quote opened on line 2 is not closed up to the end of the file.")]
    public void Read_QuoteNeverClosed_EndsWithItsLine(string text, string message)
    {
        var rows = new CsvRows(new StringReader(text));

        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => ReadAll(rows)).Message);
    }

    [Fact]
    public void Read_QuotedMebibyte_IsTheMost()
    {
        var most = new string('x', (1 << 20) - 2);
        var rows = new CsvRows(new StringReader($"a,\"{most}\"\n\"{most}xxx\",b\n"));

        Assert.True(rows.Read());
        Assert.Equal(most, rows[1].ToString());
        Assert.Equal("The quote opened on line 2 is not closed within 1,048,576 characters.", Assert.Throws<InvalidDataException>(() => ReadAll(rows)).Message);
    }

    private static void ReadAll(CsvRows rows)
    {
        while (rows.Read())
        {
        }
    }

    public static Arbitrary<string> Fields() => Arb.From(Gen.Elements("", "a", "b c", "x\"y", "\"", "p,q", "two\nlines", "two\r\nlines", "\"\"", "é"));

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
