using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class AttributionTests
{
    private static string[] Content(AnnotatedDocument document, Attribution attribution) => [.. attribution.Content.Select(span => span.Slice(document.Text))];

    private static Attribution By(AnnotatedDocument document, string cue) => document.Attributions.First(each => each.Cue.Slice(document.Text) == cue);

    [Fact]
    public void A_quotation_that_runs_on_over_sentences_is_one_attribution()
    {
        var document = AttributionReader.Read("“We came to talk,” Marlen said. “We did not come to sign. That has to wait.” The envoy left.", "Marlen");
        var said = By(document, "said");
        Assert.Equal("Marlen", said.Source);
        Assert.Equal(["We came to talk", "We did not come to sign. That has to wait"], Content(document, said));
        Assert.Equal(Quotation.Direct, said.Quoted);
        Assert.Single(document.Attributions);
    }

    [Theory]
    [InlineData("Marlen has reportedly left the talks.", "reportedly")]
    [InlineData("Marlen is believed to have left the talks.", "believed")]
    [InlineData("It was reported that Marlen had left the talks.", "reported")]
    public void What_nobody_in_particular_says_has_an_unspecified_source(string text, string cue)
    {
        var document = AttributionReader.Read(text, "Marlen");
        var source = Assert.Single(document.Actors, actor => actor.Id == By(document, cue).Source);
        Assert.Equal((UnspecifiedSources.Called, ActorKind.Unnamed), (source.Name, source.Kind));
        Assert.Empty(source.Mentions);
    }

    [Theory]
    [InlineData("It was reported by the envoy that Marlen had left the talks.", "reported")]
    [InlineData("“We came to talk,” Marlen said.", "said")]
    [InlineData("The road was closed on Friday.", "")]
    public void Whoever_is_named_leaves_no_unspecified_source(string text, string cue)
    {
        var document = AttributionReader.Read(text, "Marlen");
        Assert.Single(document.Actors);
        if (cue.Length > 0) Assert.NotNull(By(document, cue).SourceSpan);
    }

    [Fact]
    public void A_quotation_re_opened_in_a_new_paragraph_goes_on()
    {
        var document = AttributionReader.Read("“We came to talk,” Marlen said.\n\n“We did not come to sign.”\n\nThe envoy left.", "Marlen");
        Assert.Equal(["We came to talk", "We did not come to sign"], Content(document, By(document, "said")));
    }

    [Fact]
    public void Words_of_another_in_quotation_marks_do_not_go_to_the_last_speaker()
    {
        var document = AttributionReader.Read("“We came to talk,” Marlen said. “They came to stall,” the envoy said.", "Marlen", "envoy");
        Assert.Equal(["Marlen", "envoy"], document.Attributions.Select(each => each.Source));
        Assert.All(document.Attributions, each => Assert.Single(each.Content));
    }

    [Fact]
    public void Those_spoken_to_are_named()
    {
        var document = AttributionReader.Read("Marlen told reporters that the road was closed.", "Marlen", "reporters");
        Assert.Equal(["reporters"], By(document, "told").To);
    }

    [Fact]
    public void Each_of_joint_speakers_makes_a_claim_with_its_own_key()
    {
        var document = AttributionReader.Read("Marlen and Voss said the road was closed.", "Marlen", "Voss");
        var claims = StatementClaims.Of(document);
        Assert.Equal(["Marlen", "Voss"], claims.Select(claim => claim.By));
        Assert.Equal(2, claims.Select(claim => claim.Id).Distinct().Count());
    }

    [Fact]
    public void A_statement_within_a_statement_knows_its_place()
    {
        var document = AttributionReader.Read("Marlen said that Voss believes the road is closed.", "Marlen", "Voss");
        var inner = By(document, "believes");
        Assert.Equal("said", document.Attributions[inner.Within!.Value].CueLemma == "say" ? "said" : "");
        var road = document.Tokens.Select((token, index) => (token, index)).First(each => each.token.Span.Slice(document.Text) == "road").index;
        Assert.Equal(["Voss", "Marlen"], new AttributionIndex(document).Around(road).Select(each => each.Source));
    }

    [Fact]
    public void I_inside_a_quotation_is_its_speaker()
    {
        var document = AttributionReader.Read("“I will not sign,” Marlen said.", "Marlen");
        var self = document.Tokens.Select((token, index) => (token, index)).First(each => each.token.Span.Slice(document.Text) == "I").index;
        Assert.Equal("Marlen", new AttributionIndex(document).Speaker(self));
        Assert.Null(new AttributionIndex(document).Speaker(document.Tokens.Length - 2));
    }

    [Fact]
    public void What_was_not_said_is_a_negative_claim()
    {
        var claim = Assert.Single(StatementClaims.Of(AttributionReader.Read("Marlen did not say that the road was closed.", "Marlen")));
        Assert.Equal(Polarity.Negative, claim.Polarity);
    }

    [Fact]
    public void A_text_speaks_in_the_voice_of_a_document() =>
        Assert.Equal(Voice.Document, Assert.Single(StatementClaims.Of(AttributionReader.Read("The agreement says that all prisoners will be freed."))).Voice);

    [Fact]
    public void Mixed_quotation_is_told_from_direct_and_indirect()
    {
        var document = AttributionReader.Read("Marlen said the road was “a ruin.” Voss said, “It is a ruin.” Marlen said it was closed.");
        Assert.Equal([Quotation.Mixed, Quotation.Direct, Quotation.Indirect], document.Attributions.Select(each => each.Quoted));
    }

    [Fact]
    public void The_same_text_gives_the_same_attributions()
    {
        const string text = "“We came to talk,” Marlen said. He added that Voss, who warned of a “long winter,” was right, according to the ministry.";
        static string Print(AnnotatedDocument document) => string.Join('\n', document.Attributions.Select(each => $"{each.Cue} {each.SourceSpan} {string.Join(' ', each.Content)} {each.Rule} {each.Within}"));
        Assert.Equal(Print(AttributionReader.Read(text)), Print(AttributionReader.Read(text)));
    }

    [Fact]
    public void Any_text_gives_sorted_content_inside_it()
    {
        string[] words = ["Marlen", "said", "that", "“", "”", "\"", "'", ",", ".", "told", "them", "according", "to", "fears", "of", "claim", "\n\n", ":", "who", "believes", "he", "adding", "road", "was", "closed", "and", "reportedly", "calling", "it"];
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(60); i > 0; i--) text.Append(words[random.Next(words.Length)]).Append(random.Next(8) == 0 ? "" : " ");
            var document = AttributionReader.Read(text.ToString());
            foreach (var attribution in document.Attributions)
            {
                Assert.NotEmpty(attribution.Content);
                var end = 0;
                foreach (var span in attribution.Content)
                {
                    Assert.True(!span.IsEmpty && span.Start >= end && span.End <= text.Length);
                    end = span.End;
                }
            }
        }
    }
}
