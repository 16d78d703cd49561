using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CalendarExportTests(ExportedRecord record) : IClassFixture<ExportedRecord>
{
    private const string Opened = "BEGIN:" + StrictCalendar.Calendar + "\r\nVERSION:2.0\r\nPRODID:x\r\n";
    private const string Closed = "END:" + StrictCalendar.Calendar + "\r\n";

    [Fact]
    public async Task Deadlines_are_tasks_and_meetings_are_events()
    {
        var calendar = await Read();
        var due = calendar.Components.Single(c => c.Name == StrictCalendar.Task && StrictCalendar.Text(c, "SUMMARY").Contains("valley", StringComparison.Ordinal));
        Assert.Equal((";VALUE=DATE:20310330", ":NEEDS-ACTION", ":20310312T000000Z"), (due.Properties["DUE"], due.Properties["STATUS"], due.Properties["DTSTAMP"]));
        Assert.Contains("“Norway gave Sweden until 30 March to leave the valley.” (Lakes & Fjords, 12 Mar 2031)", StrictCalendar.Text(due, "DESCRIPTION"), StringComparison.Ordinal);
        var met = calendar.Components.Single(c => c.Name == StrictCalendar.Event && c.Properties["DTSTART"] == ";VALUE=DATE:20310306");
        Assert.Equal(("Oslo", ":CONFIRMED"), (StrictCalendar.Text(met, "LOCATION"), met.Properties["STATUS"]));
        Assert.DoesNotContain("no single day", StrictCalendar.Text(met, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_no_day_stands_at_its_start_and_says_so()
    {
        var talks = (await Read()).Components.Single(c => c.Name == StrictCalendar.Event && c.Properties.GetValueOrDefault("LOCATION") == ":Bergen");
        Assert.Equal(";VALUE=DATE:20310401", talks.Properties["DTSTART"]);
        Assert.StartsWith("The texts name no single day (Apr 2031); this is the first that may be meant.\n", StrictCalendar.Text(talks, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_keeps_its_id_and_takes_the_day_of_the_record()
    {
        var (now, later) = (await Read(), await Read("--as-of", "2031-05-01"));
        Assert.Equal(now.Components.Select(c => c.Properties["UID"]), later.Components.Select(c => c.Properties["UID"]));
        Assert.All(later.Components, c => Assert.Equal(":20310501T000000Z", c.Properties["DTSTAMP"]));
        Assert.Equal(["meeting"], (await Read("--as-of", "2031-03-07")).Components.Where(c => c.Name == StrictCalendar.Event).Select(c => c.Properties["UID"][1..8]));
    }

    [Fact]
    public async Task A_calendar_without_entries_is_one_all_the_same()
    {
        var empty = await Call.Of("export", "--record", record.Empty, "--format", "ics");
        Assert.Equal([StrictCalendar.TimeZone], StrictCalendar.Read(Encoding.UTF8.GetBytes(empty.Out)).Components.Select(c => c.Name));
    }

    [Theory]
    [InlineData("../2031-05-03", "20310503", "The texts name no first day")]
    [InlineData("2031-05-03/..", "20310503", "The texts name no single day")]
    [InlineData("2031-05-03~", "20310503", "The texts name no single day")]
    [InlineData("..", null, null)]
    public void An_open_or_rough_date_says_what_it_is(string edtf, string? day, string? caution)
    {
        var shown = CalendarDay.Of(Edtf.Parse(edtf));
        Assert.Equal(day, shown?.Day.ToString("yyyyMMdd", null));
        if (caution is not null) Assert.StartsWith(caution, shown!.Caution, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a; b, c \\ d\r\nBEGIN:VALARM", "a; b, c \\ d BEGIN:VALARM")]
    [InlineData("\u0007bell \u202eflipped", "bell flipped")]
    public void Text_of_others_writes_no_line_of_its_own(string text, string read) => Assert.Equal(read, StrictCalendar.Text(One(text), "SUMMARY"));

    [Fact]
    public void No_character_is_torn_where_a_line_is_folded()
    {
        for (var shift = 0; shift < 8; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat("é🕊中", 60));
            Assert.Equal(text, StrictCalendar.Text(One(text), "SUMMARY"));
        }
    }

    [Theory]
    [InlineData("BEGIN:" + StrictCalendar.Calendar + "\nEND:" + StrictCalendar.Calendar + "\n")]
    [InlineData(Opened + Closed)]
    [InlineData(Opened + "BEGIN:" + StrictCalendar.Event + "\r\nUID:a\r\nDTSTAMP:20310101T000000Z\r\nEND:" + StrictCalendar.Event + "\r\n" + Closed)]
    [InlineData(Opened + "BEGIN:" + StrictCalendar.Task + "\r\nUID:a\r\nDTSTAMP:20310101T000000Z\r\nSUMMARY:a, b\r\nEND:" + StrictCalendar.Task + "\r\n" + Closed)]
    public void The_reader_forgives_nothing(string text) => Assert.Throws<FormatException>(() => StrictCalendar.Read(Encoding.UTF8.GetBytes(text)));

    private static CalendarComponent One(string text)
    {
        var lines = new CalendarLines();
        lines.Begin(StrictCalendar.Calendar);
        lines.Property("VERSION", "2.0");
        lines.Property("PRODID", "-//Test//EN");
        lines.Begin(StrictCalendar.Task);
        lines.Property("UID", "a");
        lines.Property("DTSTAMP", "20310101T000000Z");
        lines.Text("SUMMARY", text);
        lines.End(StrictCalendar.Task);
        lines.End(StrictCalendar.Calendar);
        return StrictCalendar.Read(Encoding.UTF8.GetBytes(lines.ToString())).Components.Single();
    }

    private async Task<CalendarComponent> Read(params string[] args) => StrictCalendar.Read(Encoding.UTF8.GetBytes(await record.Export(["--format", "ics", .. args])));
}
