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

    [Theory]
    [InlineData("form-words.txt")]
    [InlineData("format-words.txt")]
    [InlineData("origin-phrases.txt")]
    [InlineData("disagreed-phrases.txt")]
    [InlineData("avoidance-words.txt")]
    [InlineData("ploy-words.txt")]
    [InlineData("earlier-phrases.txt")]
    [InlineData("unwilling-phrases.txt")]
    [InlineData("venue-phrases.txt")]
    [InlineData("prospect-words.txt")]
    [InlineData("outlook-phrases.txt")]
    [InlineData("extent-phrases.txt")]
    [InlineData("unfulfilled-phrases.txt")]
    [InlineData("blame-degrees.txt")]
    [InlineData("allegation-words.txt")]
    [InlineData("negotiation-words.txt")]
    [InlineData("idea-words.txt")]
    [InlineData("light-verbs.txt")]
    [InlineData("economic-words.txt")]
    [InlineData("taking-back-phrases.txt")]
    [InlineData("partial-words.txt")]
    [InlineData("dropped-demand-phrases.txt")]
    [InlineData("guarantee-phrases.txt")]
    public void Words_that_set_accounts_against_each_other_are_found(string list) => Hold(list, list switch
    {
        "form-words.txt" => OutlookDisputes.PointsToMeeting,
        "format-words.txt" => FormatDisputes.IsFormat,
        "origin-phrases.txt" => OriginDisputes.IsOrigin,
        "disagreed-phrases.txt" => RejoinderDisputes.IsDisagreed,
        "avoidance-words.txt" => ReadinessDisputes.IsAvoidance,
        "ploy-words.txt" => ReadinessDisputes.IsPloy,
        "earlier-phrases.txt" => RetreatDisputes.IsEarlier,
        "unwilling-phrases.txt" => RetreatDisputes.IsUnwilling,
        "venue-phrases.txt" => e => OpenVenueDisputes.Of(e) is not null,
        "prospect-words.txt" => e => ProspectDisputes.Of(e) is not null,
        "outlook-phrases.txt" => e => OutlookDisputes.Of(e) is not null,
        "extent-phrases.txt" => e => ExtentDisputes.Of(e) is not null,
        "unfulfilled-phrases.txt" => OtherTargetDisputes.IsUnfulfilled,
        "negotiation-words.txt" => Sayings.NameNegotiation,
        "idea-words.txt" => OriginDisputes.IsIdea,
        "light-verbs.txt" => ExtentDisputes.IsLight,
        "economic-words.txt" => OtherTargetDisputes.IsEconomic,
        "taking-back-phrases.txt" => DeadlineEndings.IsTakenBack,
        "partial-words.txt" => DeadlineEndings.IsPartial,
        "dropped-demand-phrases.txt" => DemandThreads.IsDropped,
        "guarantee-phrases.txt" => GuaranteeThreads.NamesGuarantee,
        "blame-degrees.txt" => e => BlameDegreeDisputes.Of(e) is not null,
        _ => DenialDisputes.PointsBack,
    });

    [Theory]
    [InlineData("a bilateral meeting", "direct")]
    [InlineData("a one-on-one meeting", "direct")]
    [InlineData("meet Northland first and then Westmark", "apart")]
    [InlineData("direct and serious peace talks", "direct")]
    [InlineData("a summit on prices", "")]
    public void A_phrase_has_the_value_that_its_list_gives(string words, string format) => Assert.Equal(format, string.Join(',', FormatDisputes.ValuesOf(words)));

    [Theory]
    [InlineData("a pause rather than a breakdown", true)]
    [InlineData("the talks were not constructive", false)]
    [InlineData("the momentum has stalled", false)]
    public void A_negated_judgement_is_its_opposite(string words, bool good) => Assert.Equal(good, OutlookDisputes.Of(words));

    private static void Hold(string list, Func<string, bool> holds)
    {
        var examples = File.ReadAllLines(Repository.File("data", "linking", list)).Where(l => l.StartsWith("# + ", StringComparison.Ordinal) || l.StartsWith("# - ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count > 1);
        foreach (var example in examples) Assert.True(example[2] == '+' == holds(example[4..]), example);
    }
}
