using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class WorldAdditionTests
{
    [Fact]
    public void A_folder_adds_entries()
    {
        using var folder = new TemporaryFolder();
        folder.Write("states.tsv", "northland\tNorthland\tRepublic of Northland\tdisputed\t\tNorthlandic\tNorthlanders\tNorthport\tWinter Palace\town notes, March\n");
        folder.Write("persons.tsv", "# comment\nada-lind\tAda Lind\t\tLind\tf\tforeign minister@northland:2030-05/..\town notes\n");
        var world = World.Load(DataFolder.Shipped, folder.Path);
        Assert.Equal("northland", world.Named("Winter Palace")[0].Entry!.Slug);
        Assert.Equal("Ada Lind", Assert.Single(world.Holders("foreign minister", "northland", new DateOnly(2031, 1, 1))).Name);
        Assert.Equal("own notes", world.Find("ada-lind")!.Source);
        Assert.Equal("Northlandic Foreign Ministry", world.Find("northland-foreign-ministry")!.Name);
    }

    [Fact]
    public void An_empty_column_keeps_a_plus_adds_and_anything_else_replaces()
    {
        using var folder = new TemporaryFolder();
        folder.Write("states.tsv", "kosovo\tKosovo and Metohija\t\t\t+Dardania\t\t\t\tGrand Hotel\t\n");
        folder.Write("persons.tsv", "mark-rutte\t\t\t\t\t+mayor@netherlands:2031/2032\t\n");
        var world = World.Load(DataFolder.Shipped, folder.Path);
        var kosovo = world.Find("kosovo")!;
        Assert.Equal("Kosovo and Metohija", kosovo.Name);
        Assert.Equal("disputed", kosovo.Status);
        Assert.Equal(["Kosova", "Republic of Kosovo", "Dardania"], kosovo.OtherNames);
        Assert.Equal(["Grand Hotel"], kosovo.Seats);
        Assert.Equal("mayor", world.Find("mark-rutte")!.Posts[^1].Office);
        Assert.True(world.Find("mark-rutte")!.Posts.Length > 2);
    }

    [Fact]
    public void A_medium_of_the_user_is_a_medium()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bodies.tsv", "northport-courier\tNorthport Courier\torganisation\tmedium\t\t\t\town notes\n");
        Assert.True(World.Load(DataFolder.Shipped, folder.Path).Find("northport-courier")!.IsMedium);
    }

    [Theory]
    [InlineData("states.tsv", "northland\tNorthland\n", "states.tsv:1: 10 columns parted by tabs expected, 2 found.")]
    [InlineData("states.tsv", "\nnorthland\tNorthland\t\tmembre\t\t\t\t\t\tmine\n", "states.tsv:2: \"membre\" is no status")]
    [InlineData("states.tsv", "northland\tNorthland\t\tmember\t\t\t\t\t\t\n", "states.tsv:1: A new entry has a source; column 10 is empty.")]
    [InlineData("bodies.tsv", "Northern Pact\tNorthern Pact\torganisation\tgrouping\t\t\t\tmine\n", "bodies.tsv:1: \"Northern Pact\" is no slug")]
    [InlineData("bodies.tsv", "northern-pact\tNorthern Pact\torganisation\tgrouping\t\tnowhere\t\tmine\n", "bodies.tsv:1: \"nowhere\" is the slug of no state, body or person.")]
    [InlineData("bodies.tsv", "france\tFrance\torganisation\tgrouping\t\t\t\tmine\n", "bodies.tsv:1: The slug france is that of an entry of another kind.")]
    [InlineData("persons.tsv", "ada-lind\tAda Lind\t\tLind\tf\tpresident of norway\tmine\n", "persons.tsv:1: \"president of norway\" is no post")]
    [InlineData("persons.tsv", "ada-lind\tAda Lind\t\tLind\tf\tpresident@norway:2031/2030\tmine\n", "ends before it begins")]
    [InlineData("offices.tsv", "syndic\ttwo\t\n", "offices.tsv:1: \"two\" is neither one nor several.")]
    public void What_is_wrong_is_named_line_by_line(string file, string text, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, text);
        var wrong = Assert.Throws<WorldException>(() => World.Load(DataFolder.Shipped, folder.Path));
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(folder.File(file), Assert.Single(wrong.Problems).File);
    }

    [Fact]
    public void All_wrong_lines_are_named_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("states.tsv", "a\nb\n");
        Assert.Equal([1, 2], Assert.Throws<WorldException>(() => World.Load(DataFolder.Shipped, folder.Path)).Problems.Select(problem => problem.Line));
    }

    [Fact]
    public async Task The_option_world_lays_a_folder_over_the_shipped_files()
    {
        const string line = """{"id":"n1","source":"note-1","published":"2031-06-02","text":"The Northland foreign minister said that Northland would not sign. \"We are not ready,\" Ada Lind told the Northport Courier."}""";
        using var folder = new TemporaryFolder();
        folder.Write("states.tsv", "northland\tNorthland\t\tdisputed\t\tNorthlandic\tNorthlanders\tNorthport\t\town notes\n");
        folder.Write("bodies.tsv", "northport-courier\tNorthport Courier\torganisation\tmedium\t\t\t\town notes\n");
        folder.Write("persons.tsv", "ada-lind\tAda Lind\t\tLind\tf\tforeign minister@northland:2030-05/..\town notes\n");
        var call = await Call.With(line, "read", "-", "--json", "--world", folder.Path);
        Assert.Equal(0, call.Code);
        var reading = ReadingReader.Read(call.Out.Trim()).Reading!;
        Assert.Contains(reading.Actors, actor => actor.World == "northland");
        Assert.Contains(reading.Actors, actor => actor is { World: "ada-lind" });
        Assert.Contains(reading.Actors, actor => actor is { World: "northport-courier", IsMedium: true });
        var without = ReadingReader.Read((await Call.With(line, "read", "-", "--json")).Out.Trim()).Reading!;
        Assert.NotEqual(without.Reader, reading.Reader);
    }

    [Fact]
    public async Task A_wrong_line_of_a_users_folder_ends_the_call_with_code_2()
    {
        using var folder = new TemporaryFolder();
        folder.Write("states.tsv", "northland\n");
        var call = await Call.With("", "read", "-", "--world", folder.Path);
        Assert.Equal(2, call.Code);
        Assert.Contains("states.tsv:1:", call.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Call.With("", "read", "-", "--world", folder.File("nowhere"))).Code);
    }
}
