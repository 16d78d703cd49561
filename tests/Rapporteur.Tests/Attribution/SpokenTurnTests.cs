using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SpokenTurnTests
{
    private const string Briefing = """
        MR MARLEN: Good afternoon. The road is open.

        QUESTION: Is the bridge open?

        MR MARLEN: It is not.
        The envoy said that the bridge was mined.

        QUESTION: Thank you.
        """;

    private static string[] Of(AnnotatedDocument document, Attribution attribution) => [.. attribution.Content.Select(span => span.Slice(document.Text))];

    [Fact]
    public void Each_turn_of_a_transcript_belongs_to_its_speaker()
    {
        var document = AttributionReader.Read(Briefing, "MARLEN", "envoy");
        var turns = document.Attributions.Where(each => each.Rule == "turn").ToList();
        Assert.Equal(["MARLEN", null, "MARLEN", null], turns.Select(turn => turn.Source));
        Assert.Equal(["Good afternoon", "The road is open"], Of(document, turns[0]));
        Assert.Equal(["It is not", "The envoy said that the bridge was mined"], Of(document, turns[2]));
    }

    [Fact]
    public void Questions_make_no_statement() =>
        Assert.All(AttributionReader.Read(Briefing, "MARLEN").Attributions.Where(each => each is { Rule: "turn", Source: null }), turn => Assert.True(turn.IsDirective));

    [Fact]
    public void Who_is_quoted_in_a_turn_lies_within_it()
    {
        var document = AttributionReader.Read(Briefing, "MARLEN", "envoy");
        var said = document.Attributions.Single(each => each.Cue.Slice(document.Text) == "said");
        Assert.Equal("envoy", said.Source);
        Assert.Equal("turn", document.Attributions[said.Within!.Value].Rule);
    }

    [Theory]
    [InlineData("Security: The road is open.\n\nTrade: The bridge is shut.\n\nAid: The convoy has left.")]
    [InlineData("Marlen: The road is open.\n\nThe envoy left on Friday.")]
    [InlineData("Note: The road is open.\n\nNote: The bridge is shut.\n\nNote: The convoy has left.")]
    public void Headings_before_colons_are_no_turns(string text) =>
        Assert.DoesNotContain(AttributionReader.Read(text, "Marlen").Attributions, each => each.Rule == "turn");
}
