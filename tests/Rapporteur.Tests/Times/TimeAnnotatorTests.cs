using System.Diagnostics;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TimeAnnotatorTests
{
    private const string Friday = "2025-08-22";

    [Theory]
    [InlineData("The envoys said on Monday that they agree.", "2025-08-18")]
    [InlineData("The envoys will meet on Monday.", "2025-08-25")]
    [InlineData("On Monday, the envoys will meet.", "2025-08-25")]
    [InlineData("The envoys are scheduled to meet on Monday.", "2025-08-25")]
    [InlineData("The planned meeting of the envoys on Monday matters.", "2025-08-25")]
    [InlineData("The accord is to be signed on Monday.", "2025-08-25")]
    [InlineData("The accord was signed on Monday.", "2025-08-18")]
    [InlineData("The accord was signed on Friday.", "2025-08-22")]
    public void Tense_decides_which_weekday_is_meant(string text, string value) =>
        Assert.Equal(value, Assert.Single(TimeRuleTests.Times(text, Friday)).Value);

    [Theory]
    [InlineData("The president has demanded that the rebels agree to a truce by Monday or face sanctions.", "2025-08-25")]
    [InlineData("The president demanded a truce by Monday.", "2025-08-25")]
    [InlineData("The demand for a withdrawal by Monday was rejected.", "2025-08-25")]
    [InlineData("The envoy told the general to answer no later than Monday.", "2025-08-25")]
    [InlineData("He gave the rebels until Monday to answer.", "../2025-08-25")]
    [InlineData("The talks were adjourned until Monday.", "../2025-08-25")]
    [InlineData("The president wants them to sign on Monday.", "2025-08-25")]
    [InlineData("The rebels promised to sign on Monday.", "2025-08-25")]
    [InlineData("On Monday the rebels promised to sign.", "2025-08-18")]
    [InlineData("The rebels had left the town by Monday.", "2025-08-18")]
    [InlineData("The army took the town before Monday.", "2025-08-18")]
    [InlineData("They remained in the city until Monday.", "../2025-08-18")]
    public void A_time_by_which_something_is_to_be_lies_ahead(string text, string value)
    {
        var document = ActorReading.Read(text, Friday);
        Assert.Equal(value, Assert.Single(new TimeAnnotator(DataFolder.Shipped).Annotate(document).Times).Value);
    }

    [Fact]
    public void What_happened_on_the_same_day_did_not_happen_on_a_day_to_come()
    {
        var document = ActorReading.Read("The envoys met on Wednesday. The president has demanded that they agree by Monday. On the same day he raised tariffs.", Friday);
        Assert.Equal(["2025-08-20", "2025-08-25", "2025-08-20"], new TimeAnnotator(DataFolder.Shipped).Annotate(document).Times.Select(time => time.Value));
    }

    [Theory]
    [InlineData("They must answer by Monday.", "by")]
    [InlineData("They must answer no later than Monday.", "no later than")]
    [InlineData("They may meet as soon as next week.", "as soon as")]
    [InlineData("They decide within two weeks.", "within")]
    [InlineData("They fought during May.", "during")]
    [InlineData("He met them yesterday.", null)]
    public void The_preposition_is_kept_as_relation(string text, string? relation) =>
        Assert.Equal(relation, Assert.Single(TimeRuleTests.Times(text, Friday)).Relation);

    [Theory]
    [InlineData("Some 2000 troops crossed.")]
    [InlineData("It killed 1,950 people.")]
    [InlineData("Article 5 of the charter and Resolution 1701 hold.")]
    [InlineData("Call +44 20 7946 0958 for details.")]
    [InlineData("They may march, the sun may fall, and spring water may be had.")]
    [InlineData("The 54-year-old envoy spoke.")]
    [InlineData("Three quarters of them left, and one second.")]
    [InlineData("They paid $2024 and 2015 euros.")]
    public void What_only_looks_like_a_time_is_left_alone(string text) =>
        Assert.DoesNotContain(TimeRuleTests.Times(text, Friday), time => time.Type == TimeType.Date);

    [Fact]
    public void Without_a_day_of_publication_relative_expressions_are_unknown()
    {
        var times = TimeRuleTests.Times("They met on Friday and will meet next week; it was signed on 3 May 1999.", null);
        Assert.Equal(["..", "..", "1999-05-03"], times.Select(time => time.Value));
    }

    [Theory]
    [InlineData("The border has been held since the 1990s. On August 7 troops crossed it. The next day they left.", "..", "..")]
    [InlineData("The envoys met in 2008. On August 7 troops crossed the border. The next day they left.", "2008-08-07", "2008-08-08")]
    public void Without_a_day_of_publication_a_decade_gives_no_year(string text, string day, string next) =>
        Assert.Equal([day, next], TimeRuleTests.Times(text, null).Skip(1).Select(time => time.Value));

    [Fact]
    public void An_absolute_date_anchors_what_refers_back_to_it() =>
        Assert.Equal(["1999-05-03", "1999-05-04"], TimeRuleTests.Times("It was signed on 3 May 1999. The next day they fought.", null).Select(time => time.Value));

    [Fact]
    public void Another_day_of_publication_gives_other_values()
    {
        const string Text = "They met on Tuesday.";
        Assert.Equal("2025-08-19", Assert.Single(TimeRuleTests.Times(Text, Friday)).Value);
        Assert.Equal("2024-12-31", Assert.Single(TimeRuleTests.Times(Text, "2025-01-01")).Value);
    }

    [Fact]
    public void Telling_dates_of_a_text_order_the_figures_of_the_others()
    {
        Assert.Equal(["2025-04-03", "2025-03-25"], TimeRuleTests.Times("Signed 3/4/2025, sent 25/3/2025.", Friday).Select(time => time.Value));
        Assert.Equal(["2025-03-04", "2025-03-25"], TimeRuleTests.Times("Signed 3/4/2025, sent 3/25/2025.", Friday).Select(time => time.Value));
    }

    [Fact]
    public void Spans_do_not_overlap_and_values_are_well_formed()
    {
        var text = string.Join(' ', TimeGrammar.Load(DataFolder.Shipped).Rules.SelectMany(rule => rule.Examples).Select(line => TimeExample.Read(line).Text));
        var times = TimeRuleTests.Times(text, Friday);
        for (var i = 1; i < times.Length; i++) Assert.True(times[i - 1].Span.End <= times[i].Span.Start);
        Assert.All(times.Where(time => time.Type != TimeType.Set), time => Assert.True(time.Date is not null || time.Duration is not null, $"{time.Span.Slice(text)} = {time.Value}"));
    }

    [Fact]
    public void The_edges_of_the_calendar_do_no_harm()
    {
        const string Text = "Last year, next year, 5000 years ago, in 9000 years, last century, next weekend, a decade ago, Ramadan, Easter, Christmas, in May, on Friday, since Tuesday, the next two weeks, last fortnight.";
        foreach (var day in (string[])["0001-01-01", "9999-12-31", "9000-12-31", "1000-01-01", "1583-01-01", "2077-12-31"]) Assert.NotEmpty(TimeRuleTests.Times(Text, day));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("and ")]
    [InlineData("two hundred and ")]
    [InlineData("last last the the ")]
    [InlineData("May 1 to 2 and ")]
    [InlineData("between Monday and ")]
    [InlineData("12:30:")]
    [InlineData("1,111,")]
    public void A_long_text_of_one_thing_is_read_in_linear_time(string unit)
    {
        var text = new StringBuilder();
        while (text.Length < 100_000) text.Append(unit);
        var clock = Stopwatch.StartNew();
        TimeRuleTests.Times(text.ToString(), Friday);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{unit}: {clock.Elapsed}");
    }
}
