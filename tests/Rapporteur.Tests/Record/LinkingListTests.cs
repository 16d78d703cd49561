using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class LinkingListTests
{
    [Theory]
    [InlineData("unreal-phrases.txt")]
    [InlineData("wish-words.txt")]
    public void Words_before_an_act_leave_it_open(string list) => Hold(list, e => Standing.IsUnder(e[..e.LastIndexOf(' ')]));

    [Fact]
    public void Friends_and_foes_are_not_the_party_itself() => Hold("relation-words.txt", e => Membership.IsRelation(NameKey.Of(e, ActorKind.Group)));

    [Fact]
    public void Words_of_failure_are_found() => Hold("blame-words.txt", BlameDisputes.IsFailure);

    [Fact]
    public void Parts_of_a_plan_are_counted() => Hold("part-words.txt", e => PartCount.In(e).Any());

    [Fact]
    public void To_decide_and_to_tell_bind_who_names_the_date() => Hold("deciding-words.txt", DeadlineFollowUps.IsDecision);

    private static void Hold(string list, Func<string, bool> holds)
    {
        var examples = File.ReadAllLines(Repository.File("data", "linking", list)).Where(l => l.StartsWith("# + ", StringComparison.Ordinal) || l.StartsWith("# - ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count > 1);
        foreach (var example in examples) Assert.True(example[2] == '+' == holds(example[4..]), example);
    }
}
