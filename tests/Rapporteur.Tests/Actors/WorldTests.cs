using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;


namespace Rapporteur.Tests;

public class WorldTests
{
    internal static readonly World World = World.Load(DataFolder.Shipped);

    [Fact]
    public void Every_member_and_observer_of_the_United_Nations_is_there()
    {
        Assert.Equal(193, World.Entries.Count(entry => entry.Status == "member"));
        Assert.Equal(2, World.Entries.Count(entry => entry.Status == "observer"));
    }

    [Fact]
    public void Every_owner_of_a_body_or_post_is_an_entry()
    {
        foreach (var entry in World.Entries)
        {
            if (entry.Of is { } of) Assert.NotNull(World.Find(of));
            Assert.All(entry.Posts, post => Assert.NotNull(World.Find(post.Of)));
        }
    }

    [Fact]
    public void No_post_ends_before_it_begins() =>
        Assert.All(World.Entries.SelectMany(entry => entry.Posts), post => Assert.True(post.To is not { } to || post.From <= to, post.ToString()));

    [Fact]
    public void Slugs_are_plain_and_sorted_within_their_file()
    {
        foreach (var file in new[] { "world/states.tsv", "world/bodies.tsv", "world/persons.tsv" })
        {
            var slugs = DataFolder.Shipped.Lines(file).Select(line => line.Split('\t')[0]).ToList();
            Assert.Equal(slugs.Order(StringComparer.Ordinal), slugs);
            Assert.All(slugs, slug => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug));
        }
    }

    [Fact]
    public void Members_of_the_United_Nations_have_an_adjective_or_say_why_not() =>
        Assert.All(World.Entries.Where(entry => entry.Status == "member" && entry.Slug is not ("congo" or "dominica")), entry => Assert.NotEmpty(entry.Adjectives));

    [Fact]
    public void At_least_150_persons_have_posts_with_days() =>
        Assert.True(World.Entries.Count(entry => entry.Kind == ActorKind.Person && !entry.Posts.IsEmpty) >= 150);

    [Theory]
    [InlineData("president", "united-states", "2006-01-14", "George W. Bush")]
    [InlineData("president", "united-states", "2025-08-22", "Donald Trump")]
    [InlineData("foreign minister", "russia", "2016-02-21", "Sergey Lavrov")]
    [InlineData("secretary general", "united-nations", "2010-01-31", "Ban Ki-moon")]
    [InlineData("prime minister", "israel", "2009-01-15", "Ehud Olmert")]
    public void An_office_has_its_holder_of_the_day(string office, string of, string day, string name) =>
        Assert.Equal(name, Assert.Single(World.Holders(office, of, DateOnly.Parse(day))).Name);

    [Theory]
    [InlineData("Kyiv", "Ukraine", NameSense.Capital)]
    [InlineData("the Kremlin", "Russia", NameSense.Seat)]
    [InlineData("Downing Street", "United Kingdom", NameSense.Seat)]
    [InlineData("Elysee", "France", NameSense.Seat)]
    [InlineData("Brussels", "European Union", NameSense.Seat)]
    [InlineData("U.S.", "United States", NameSense.Name)]
    [InlineData("Saudis", "Saudi Arabia", NameSense.People)]
    [InlineData("Congolese", "Democratic Republic of the Congo", NameSense.Adjective)]
    public void A_name_leads_to_its_entry(string name, string entry, NameSense sense)
    {
        var plain = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
        Assert.Contains(World.Named(plain), naming => naming.Entry?.Name == entry && naming.Sense == sense);
    }

    [Fact]
    public void The_longest_name_counts_and_ends_at_a_word()
    {
        const string text = "United Nations Security Council members";
        Assert.Equal("United Nations Security Council".Length, World.At(text, 0, text.Length)!.Value.Length);
        Assert.Null(World.At("Irangate", 0, 8));
        Assert.Null(World.At("Chadwick", 0, 8));
    }

    [Fact]
    public void Curly_apostrophes_and_wide_gaps_do_not_hide_a_name()
    {
        const string text = "Quai  d’Orsay";
        Assert.Equal(text.Length, World.At(text, 0, text.Length)!.Value.Length);
    }
}
