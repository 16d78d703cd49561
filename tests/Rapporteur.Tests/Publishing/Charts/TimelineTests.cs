using System.Globalization;
using System.Xml.Linq;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TimelineTests
{
    private static readonly DateOnly Day = new(2031, 5, 20);

    private static TimelineEvent Event(string when, TimelineLane lane = TimelineLane.Meetings, string label = "Talks") => new(lane, Edtf.Parse(when)!, label, label, "#x", true);

    private static XElement Draw(IEnumerable<TimelineEvent> events) => XDocument.Parse(Timeline.Of("t", events, Day)!.ToSvg()).Root!;

    [Fact]
    public void It_has_a_name_and_a_description()
    {
        var svg = Draw([Event("2031-05-01"), Event("2031-05-09", TimelineLane.Ground), Event("2031-05-15", TimelineLane.Deadlines)]);
        Assert.Equal("Timeline of the talks and of events on the ground", svg.Elements().Single(e => e.Name.LocalName == "title").Value);
        Assert.StartsWith("Dated events: 3, from 1 May 2031", svg.Elements().Single(e => e.Name.LocalName == "desc").Value, StringComparison.Ordinal);
        Assert.Equal(3, svg.Descendants().Count(e => (string?)e.Attribute("role") == "listitem"));
    }

    [Fact]
    public void Days_are_dots_and_intervals_bars()
    {
        var svg = Draw([Event("2031-05-01"), Event("2031-05-03/2031-05-09"), Event("2031-05-03/..")]);
        XElement[] marks = [.. svg.Descendants().Where(e => (string?)e.Attribute("role") == "listitem")];
        Assert.Single(marks, m => m.Descendants().Any(e => e.Name.LocalName == "circle"));
        Assert.Equal(2, marks.Count(m => m.Descendants().Any(e => e.Name.LocalName == "rect")));
    }

    [Fact]
    public void Two_hundred_events_are_drawn_or_counted_and_no_labels_overlap()
    {
        var events = Enumerable.Range(0, 200).Select(i => Event(new DateOnly(2031, 5, 1 + (i % 20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (TimelineLane)(i % 3), $"Event number {i} of many")).ToList();
        var svg = Draw(events);
        var drawn = svg.Descendants().Count(e => (string?)e.Attribute("role") == "listitem");
        var crowded = svg.Descendants().Where(e => (string?)e.Attribute("class") == "lane-name").Sum(e => Number(e.Value, " more"));
        Assert.Equal(200, drawn + crowded);
        var scale = new TimeScale(new(2031, 5, 1), Day, 16, 968);
        foreach (var band in TimelineLayout.Bands([.. events], scale))
            foreach (var row in band.Marks.GroupBy(m => m.Row))
            {
                var ends = row.Select(m => m.LabelLeft
                    ? (From: m.LabelX - TextWidth.Of(m.Label, TimelineLayout.LabelSize), m.To)
                    : (m.From, To: m.LabelX + TextWidth.Of(m.Label, TimelineLayout.LabelSize))).OrderBy(e => e.From).ToList();
                for (var i = 1; i < ends.Count; i++) Assert.True(ends[i - 1].To <= ends[i].From);
            }
    }

    [Fact]
    public void One_event_long_ago_does_not_press_the_others_together()
    {
        var near = Enumerable.Range(1, 9).Select(i => Event($"2031-05-0{i}"));
        var (first, _) = TimelineLayout.Window([.. near.Prepend(Event("2014-03-18"))], Day)!.Value;
        Assert.True(first.Year == 2031);
        Assert.Contains(Draw(near.Prepend(Event("2014-03-18"))).Descendants(), e => e.Value.Contains("1 that began earlier", StringComparison.Ordinal));
    }

    [Fact]
    public void The_axis_keeps_to_the_time_of_the_dossier()
    {
        var events = new[] { Event("2014-03-18"), Event("2021/.."), Event("2031-04-28"), Event("2031-05-24") };
        var (first, last) = TimelineLayout.Window([.. events], Day, (new(2031, 5, 2), new(2031, 5, 20)))!.Value;
        Assert.Equal((new DateOnly(2031, 4, 28), new DateOnly(2031, 5, 24)), (first, last));
        var svg = XDocument.Parse(Timeline.Of("t", events, Day, (new(2031, 5, 2), new(2031, 5, 20)))!.ToSvg());
        Assert.Contains(svg.Descendants(), e => e.Value.Contains("2 that began earlier", StringComparison.Ordinal));
        Assert.Equal(2, svg.Descendants().Count(e => (string?)e.Attribute("role") == "listitem"));
        Assert.Null(Timeline.Of("t", [Event("2014-03-18")], Day, (new(2031, 5, 2), new(2031, 5, 20))));
    }

    [Fact]
    public void Without_a_date_there_is_no_chart() => Assert.Null(Timeline.Of("t", [Event("..")], Day));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_deadlock_of_any_length_is_a_circle(int length)
    {
        var boxes = Enumerable.Range(0, length).Select(i => new DeadlockBox($"thing {i}", i == 0 ? "A: assent" : ""));
        var arrows = Enumerable.Range(0, length).Select(i => new DeadlockArrow(i, (i + 1) % length, "A", i == 1, i == 2));
        var svg = XDocument.Parse(new DeadlockCircle("d", [.. boxes], [.. arrows]).ToSvg()).Root!;
        Assert.Equal(length, svg.Descendants().Count(e => ((string?)e.Attribute("class"))?.StartsWith("arrow", StringComparison.Ordinal) == true));
        Assert.Equal(length > 1 ? 1 : 0, svg.Descendants().Count(e => (string?)e.Attribute("class") == "arrow stuck inferred"));
    }

    [Fact]
    public void Options_are_drawn_by_parties_with_inferred_exclusions_dashed()
    {
        var rows = new[] { new OptionRow("one option of several words", [OptionMark.Wants, OptionMark.Excludes]), new OptionRow("another", [OptionMark.ExcludesByInference, OptionMark.None]) };
        var svg = XDocument.Parse(new OptionGrid("d", "Water", ["Northland", "Westmark"], [.. rows]).ToSvg()).Root!;
        string[] classes = [.. svg.Descendants().Select(e => (string?)e.Attribute("class")).OfType<string>()];
        Assert.Equal((1, 1, 1), (classes.Count(c => c == "wants"), classes.Count(c => c == "bars"), classes.Count(c => c == "bars inferred")));
    }

    private static int Number(string text, string before)
    {
        var end = text.IndexOf(before, StringComparison.Ordinal);
        return end < 0 ? 0 : int.Parse(text[(text.LastIndexOf(' ', end - 1) + 1)..end], CultureInfo.InvariantCulture);
    }
}
