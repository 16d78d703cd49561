using System.Text.Json;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ExplainCommandTests
{
    private const string Text = "France urged Italy to return to the talks by Friday. Italy might reject the plan. “We will not accept foreign troops,” the Italian foreign minister told reporters. France asked Italy to threaten to close the border.\n";

    [Fact]
    public async Task Without_a_sentence_they_are_listed_with_their_numbers()
    {
        using var folder = new TemporaryFolder();
        var call = await Call.Of("explain", folder.Write("a.txt", Text));
        Assert.Equal(0, call.Code);
        Assert.Contains("    2  Italy might reject the plan.", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_shown_from_its_words_to_its_claims()
    {
        using var folder = new TemporaryFolder();
        var call = await Call.Of("explain", folder.Write("a.txt", Text), "1", "--published", "2025-08-20");
        Assert.Equal(0, call.Code);
        string[] parts = ["Words", "Tree", "Times", "Mentions", "Attributions", "Frames", "Drafts", "Claims"];
        Assert.All(parts, part => Assert.Contains("\n" + part + "\n", call.Out, StringComparison.Ordinal));
        Assert.Contains("urged root VERB 2", call.Out, StringComparison.Ordinal);
        Assert.Contains("2025-08-22 date", call.Out, StringComparison.Ordinal);
        Assert.Contains("“France” → France (state)", call.Out, StringComparison.Ordinal);
        Assert.Contains("demand.urge", call.Out, StringComparison.Ordinal);
        Assert.Contains("matched", call.Out, StringComparison.Ordinal);
        Assert.Contains("threshold", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_name_the_one_sentence_that_holds_them()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.txt", Text);
        Assert.Equal((await Call.Of("explain", file, "2")).Out, (await Call.Of("explain", file, "REJECT  the plan")).Out);
    }

    [Theory]
    [InlineData("italy", "Choose one by its number")]
    [InlineData("Spain", "there are 4")]
    [InlineData("9", "there are 4")]
    public async Task Words_that_name_none_or_several_are_a_wrong_call(string words, string message)
    {
        using var folder = new TemporaryFolder();
        var call = await Call.Of("explain", folder.Write("a.txt", Text), words);
        Assert.Equal(2, call.Code);
        Assert.Contains(message, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_documents_are_told_apart_by_number()
    {
        const string lines = "{\"id\":\"a\",\"text\":\"France urged Italy to return to the talks.\"}\n{\"id\":\"b\",\"text\":\"Italy agreed to the plan on Monday.\"}\n";
        Assert.Equal(2, (await Call.With(lines, "explain", "-")).Code);
        Assert.Contains("Italy agreed", (await Call.With(lines, "explain", "-", "--document", "2")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Call.With(lines, "explain", "-", "--document", "3")).Code);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_has_exit_code_1()
    {
        var call = await Call.Of("explain", "no-such-file.txt", "1");
        Assert.Equal(1, call.Code);
        Assert.Contains("no-such-file.txt", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_object_of_json_holds_every_step()
    {
        using var folder = new TemporaryFolder();
        var call = await Call.Of("explain", folder.Write("a.txt", Text), "1", "--json");
        using var json = JsonDocument.Parse(call.Out);
        var root = json.RootElement;
        Assert.Equal(["source", "textId", "sentence", "tokens", "times", "mentions", "attributions", "frames", "drafts", "claims"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("France", root.GetProperty("tokens")[0].GetProperty("form").GetString());
        Assert.Contains(root.GetProperty("frames").EnumerateArray(), f => f.GetProperty("outcome").GetString() == "matched");
    }

    [Fact]
    public void The_claims_that_are_explained_are_the_claims_that_are_read()
    {
        var words = new FeatureWords(DataFolder.Shipped);
        var reader = SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single();
        foreach (var file in Repository.Files("samples", "*.md"))
        {
            var document = SampleReader.Annotate(File.ReadAllText(file));
            var explained = Enumerable.Range(0, document.Sentences.Length).SelectMany(s => reader.Explain(document, s, words, TestContext.Current.CancellationToken).Claims);
            Assert.Equal(document.Claims.Select(c => (c.Id, c.By, c.Event, c.Confidence)), explained.Select(c => (c.Id, c.By, c.Event, c.Confidence)));
        }
    }

    [Fact]
    public void The_weights_and_the_frame_alone_give_the_probability()
    {
        foreach (var draft in Explain("France urged Italy to return to the talks.").Drafts)
        {
            var sum = Math.Log(draft.Prior / (1 - draft.Prior)) + draft.Features.Sum(feature => feature.Weight);
            Assert.Equal(draft.Probability, 1 / (1 + Math.Exp(-sum)), 0.002);
        }
    }

    [Fact]
    public void Every_feature_has_words()
    {
        foreach (var file in Repository.Files("samples", "*.md").Take(3))
        {
            var document = SampleReader.Annotate(File.ReadAllText(file));
            var reader = SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single();
            var words = new FeatureWords(DataFolder.Shipped);
            for (var s = 0; s < document.Sentences.Length; s++)
                foreach (var feature in reader.Explain(document, s, words, TestContext.Current.CancellationToken).Drafts.SelectMany(d => d.Features))
                    Assert.DoesNotMatch("^feature |[{}]|[0-9]{6}", feature.Words);
        }
    }

    [Theory]
    [InlineData("France asked Italy to threaten to close the border.", "threat.threaten", TrialOutcome.NotAsserted, "wanted")]
    [InlineData("France warned the drivers.", "threat.warn-of", TrialOutcome.Need, "ccomp/aux=will,would,could,may,might,shall | advcl:if | advcl:unless | obl:of=consequence,retaliation,response,reprisal,action,measure,strike,sanction,war")]
    [InlineData("France did not threaten to close the border.", "threat.threaten", TrialOutcome.Not, "[negated]")]
    public void A_frame_that_does_not_match_says_which_test_failed(string text, string frame, TrialOutcome outcome, string test)
    {
        var trial = Assert.Single(Explain(text).Frames, f => f.Frame == frame && !f.OnAnyWord);
        Assert.Equal((outcome, test), (trial.Outcome, trial.Test));
    }

    [Fact]
    public void A_twin_names_the_draft_that_was_kept()
    {
        var reader = SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single();
        var (words, twins) = (new FeatureWords(DataFolder.Shipped), 0);
        foreach (var file in Repository.Files("samples", "*.md").Take(4))
        {
            var document = SampleReader.Annotate(File.ReadAllText(file));
            for (var s = 0; s < document.Sentences.Length; s++)
            {
                var drafts = reader.Explain(document, s, words, TestContext.Current.CancellationToken).Drafts;
                foreach (var twin in drafts.Where(draft => draft.Fate == DraftFate.Twin))
                {
                    twins++;
                    Assert.Contains(drafts, draft => draft.Frame == twin.TwinOf && draft.Token == twin.TwinToken && draft.Fate is DraftFate.Kept or DraftFate.Twin);
                }
            }
        }

        Assert.NotEqual(0, twins);
    }

    private static ClaimExplanation Explain(string text) =>
        SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single().Explain(SampleReader.Annotate(text), 0, new(DataFolder.Shipped), TestContext.Current.CancellationToken);
}
