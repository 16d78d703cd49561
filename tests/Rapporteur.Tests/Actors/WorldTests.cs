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
        Assert.All(World.Entries.SelectMany(entry => entry.Posts), post => Assert.True(post.To is not { } to || post.From is not { } from || from <= to, post.ToString()));

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
    public void Members_and_observers_have_official_name_adjective_people_and_capital() => Assert.All(World.Entries.Where(entry => entry.Status is "member" or "observer"), entry =>
    {
        Assert.NotNull(entry.Official);
        Assert.NotEmpty(entry.Adjectives);
        Assert.NotEmpty(entry.People);
        Assert.NotEmpty(entry.Capitals);
    });

    [Fact]
    public void At_least_900_persons_have_posts_with_days() =>
        Assert.True(World.Entries.Count(entry => entry.Kind == ActorKind.Person && !entry.Posts.IsEmpty) >= 900);

    [Theory]
    [InlineData("foreign minister", "ukraine russia iran israel egypt qatar turkey sudan ethiopia eritrea yemen libya armenia azerbaijan colombia venezuela afghanistan myanmar cyprus kosovo serbia south-korea north-korea india pakistan morocco algeria lebanon syria rwanda democratic-republic-of-the-congo norway switzerland oman saudi-arabia south-africa kenya china france germany italy poland")]
    [InlineData("defence minister", "ukraine russia iran israel egypt turkey syria armenia azerbaijan colombia venezuela afghanistan pakistan india china saudi-arabia germany france")]
    [InlineData("prime minister", "ukraine russia israel lebanon libya yemen iraq armenia pakistan india japan ethiopia kosovo serbia united-kingdom france")]
    public void The_parties_of_recent_processes_have_holders_of_the_great_offices(string office, string states) => Assert.All(states.Split(' '), state =>
        Assert.Contains(World.Entries, entry => entry.Posts.Any(post => World.Offices.Usual(post.Office) == office && post.Of == state && post.IsBounded)));

    [Fact]
    public void No_two_hold_an_office_of_one_holder_at_a_time()
    {
        var terms = DataFolder.Shipped.Lines("world/persons.tsv").Select(line => line.Split('\t')).SelectMany(field => field[5].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(post => (Slug: field[0], Post: post)))
            .Select(term => (term.Slug, Office: World.Offices.Usual(term.Post[..term.Post.IndexOf('@', StringComparison.Ordinal)]), Of: term.Post[(term.Post.IndexOf('@', StringComparison.Ordinal) + 1)..term.Post.IndexOf(':', StringComparison.Ordinal)], Dates: term.Post[(term.Post.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/')))
            .Where(term => !World.Offices.IsHeldBySeveral(term.Office) && term.Dates[0].Length > 0 && term.Dates[1].Length > 0);
        foreach (var office in terms.GroupBy(term => (term.Office, term.Of)))
        {
            // At the narrowest: from the last day that the beginning can be to the first day that the end can be.
            var spans = office.Select(term => (term.Slug, From: Edtf.Parse(term.Dates[0])!.Latest!.Value, To: term.Dates[1] == ".." ? DateOnly.MaxValue : Edtf.Parse(term.Dates[1])!.Earliest!.Value)).OrderBy(span => span.From).ToList();
            for (var i = 0; i < spans.Count; i++)
                for (var j = i + 1; j < spans.Count; j++)
                    Assert.True(spans[j].From >= spans[i].To || spans[i].From >= spans[j].To, $"{office.Key}: {spans[i]} {spans[j]}");
        }
    }

    [Fact]
    public void Every_source_of_an_entry_is_a_key_of_the_list_of_sources()
    {
        var keys = DataFolder.Shipped.Lines("world/sources.tsv").Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(World.Entries, entry => Assert.Contains(entry.Source, keys));
        Assert.All(DataFolder.Shipped.Lines("world/places.tsv"), line => Assert.Contains(line.Split('\t')[2], keys));
    }

    [Fact]
    public void A_name_of_two_entries_of_one_kind_says_which_it_means()
    {
        var shared = DataFolder.Shipped.Lines("world/shared-names.tsv").Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var clashes = World.Entries.SelectMany(entry => AllNames(entry).Select(name => (Kind: entry.Kind == ActorKind.Group ? ActorKind.Organisation : entry.Kind, Name: name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name, entry.Slug)))
            .GroupBy(name => (name.Kind, name.Name)).Where(group => group.Select(name => name.Slug).Distinct().Count() > 1 && !shared.Contains(group.Key.Name));
        Assert.Empty(clashes.Select(group => $"{group.Key}: {string.Join(' ', group.Select(name => name.Slug))}"));
    }

    [Fact]
    public void A_shared_name_means_the_entry_that_the_list_gives()
    {
        Assert.Equal("european-union", World.Named("Brussels")[0].Entry!.Slug);
        Assert.Contains(World.Named("Brussels"), naming => naming.Entry!.Slug == "belgium");
        Assert.Equal("democratic-republic-of-the-congo", World.Named("Congolese")[0].Entry!.Slug);
    }

    [Fact]
    public void De_facto_authorities_are_flagged_as_disputed() =>
        Assert.All(new[] { "kosovo", "taiwan", "northern-cyprus", "abkhazia", "south-ossetia", "transnistria", "somaliland", "western-sahara", "nagorno-karabakh", "donetsk-peoples-republic" }, slug => Assert.Equal("disputed", World.Find(slug)!.Status));

    [Theory]
    [InlineData("reuters", true)]
    [InlineData("truth-social", true)]
    [InlineData("hezbollah", false)]
    public void Media_are_flagged(string slug, bool medium) => Assert.Equal(medium, World.Find(slug)!.IsMedium);

    [Theory]
    [InlineData("Kenyan foreign ministry", "kenya-foreign-ministry")]
    [InlineData("Kenya's Ministry of Foreign Affairs", "kenya-foreign-ministry")]
    [InlineData("Israeli parliament", "knesset")]
    [InlineData("Britain's defence ministry", "ministry-of-defence")]
    public void Ministries_and_parliaments_are_parts_of_states_by_rule(string text, string slug)
    {
        var match = World.At(text, 0, text.Length)!.Value;
        Assert.Equal(text.Length, match.Length);
        Assert.Equal(slug, match.Namings[0].Entry!.Slug);
    }

    [Theory]
    [InlineData("Volodymyr Zelenskyj", "volodymyr-zelenskyy")]
    [InlineData("Andriy Ermak", "andriy-yermak")]
    [InlineData("Muhammad bin Salman", "mohammed-bin-salman")]
    [InlineData("Moammar Qaddafi", "muammar-gaddafi")]
    [InlineData("Abdul Fattah al-Sisi", "abdel-fattah-el-sisi")]
    [InlineData("Mevlut Cavusoglu", "mevlut-cavusoglu")]
    public void A_person_is_found_in_any_usual_spelling(string name, string slug) => Assert.Equal(slug, World.Persons(name)[0].Slug);

    [Theory]
    [InlineData("al-Sisi")]
    [InlineData("El-Sisi")]
    [InlineData("Sisi")]
    public void The_article_before_a_family_name_may_be_left_out(string name) => Assert.Equal("abdel-fattah-el-sisi", Assert.Single(World.PersonsByShortName(name)).Slug);

    [Theory]
    [InlineData("president", "united-states", "2006-01-14", "George W. Bush")]
    [InlineData("president", "united-states", "2025-08-22", "Donald Trump")]
    [InlineData("foreign minister", "russia", "2016-02-21", "Sergey Lavrov")]
    [InlineData("secretary general", "united-nations", "2010-01-31", "Ban Ki-moon")]
    [InlineData("prime minister", "israel", "2009-01-15", "Ehud Olmert")]
    [InlineData("president", "united-states", "2016-06-01", "Barack Obama")]
    [InlineData("defense minister", "ukraine", "2023-12-01", "Rustem Umerov")]
    [InlineData("premier", "iraq", "2021-03-01", "Mustafa al-Kadhimi")]
    [InlineData("minister of foreign affairs", "colombia", "2014-01-01", "María Ángela Holguín")]
    [InlineData("taoiseach", "ireland", "2001-05-01", "Bertie Ahern")]
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

    private static IEnumerable<string> AllNames(WorldEntry entry) =>
        [entry.Name, entry.Official ?? entry.Name, .. entry.OtherNames, .. entry.Adjectives, .. entry.People, .. entry.Capitals, .. entry.Seats];
}
