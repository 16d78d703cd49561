using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"http://a.example\",\"x\")", "\"'=HYPERLINK(\"\"http://a.example\"\",\"\"x\"\")\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("“no” to = and -", "“no” to = and -")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_run_becomes_text(string value, string cell) => Assert.Equal(cell, CsvTable.Cell(value));

    [Fact]
    public void A_strict_reader_reads_what_was_written()
    {
        string[] cells = ["a \"b\"", "c,d", "e\r\nf", "", "Åsnes 🕊"];
        var table = new CsvTable("1", "2", "3", "4", "5");
        table.Row(cells);
        Assert.Equal(cells, StrictCsv.Read(table.ToString())[1]);
        Assert.Throws<ArgumentException>(() => table.Row("too few"));
    }
}
