using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;


namespace Rapporteur.Tests;

public class SpellingTests
{
    private static readonly Spelling Spelling = Spelling.Load(DataFolder.Shipped);

    public static TheoryData<string, string, bool> Examples()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var line in File.ReadLines(Path.Combine(DataFolder.Shipped.Root, "lexicons/names/spellings.tsv")))
        {
            if (!line.StartsWith("# + ", StringComparison.Ordinal) && !line.StartsWith("# - ", StringComparison.Ordinal)) continue;
            var names = line[4..].Split('\t');
            if (names.Length == 2) data.Add(names[0], names[1], line[2] == '+');
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_of_the_rules_hold(string one, string other, bool same) =>
        Assert.Equal(same, Spelling.Key(one) == Spelling.Key(other));

    [Fact]
    public void Folding_takes_marks_off_and_keeps_letters() => Assert.Equal("erdogan, thaci, orban", Spelling.Fold("Erdoğan, Thaçi, Orbán"));

    [Fact]
    public void No_two_persons_of_the_world_model_share_a_full_spelling()
    {
        var shared = DataFolder.Shipped.Lines("world/shared-names.tsv").Select(line => Spelling.Key(line.Split('\t')[0])).ToHashSet(StringComparer.Ordinal);
        var clashes = WorldTests.World.Entries.Where(entry => entry.Kind == ActorKind.Person).GroupBy(entry => Spelling.Key(entry.Name)).Where(group => group.Count() > 1 && !shared.Contains(group.Key));
        Assert.Empty(clashes.Select(group => group.Key));
    }
}
