using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class TriggerNetworkTests
{
    private const string Told = "France beseeched Italy to return to the talks. Norway shelled the harbour at dawn, officials in Oslo said.";
    private static readonly WordDirections Directions = new(DataFolder.Shipped);

    [Fact]
    public void What_tells_a_type_is_learned_from_sentences_in_which_its_word_is_not_marked()
    {
        var network = TriggerTrainer.Train(Examples(), Directions.Width, new() { Units = 16, Epochs = 30, Least = 1 });
        var reading = Read(network, "France implored Italy to leave. The bridge stands in the valley.");
        var demand = (int)ClaimType.Demand;
        Assert.True(reading.Sentence(0, demand) > 0, $"log-odds are {reading.Sentence(0, demand):0.00}");
        Assert.True(reading.Sentence(1, demand) < -1, $"log-odds are {reading.Sentence(1, demand):0.00}");
        // "implored" was not among what was learned from; its vector is like those of the verbs that were.
        Assert.DoesNotContain("implore", Taught, StringComparison.Ordinal);
        var likeliest = reading.Likeliest(0, demand).Token;
        Assert.Equal(1, likeliest);
    }

    [Fact]
    public void Training_again_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var options = new TriggerOptions { Units = 16, Epochs = 2, Least = 1 };
        var (examples, width) = (Examples(), Directions.Width);
        var first = Bytes(TriggerTrainer.Train(examples, width, options));
        Assert.Equal(first, Bytes(TriggerTrainer.Train(examples, width, options)));
        Assert.NotEqual(first, Bytes(TriggerTrainer.Train(examples, width, options with { Seed = 1 })));
    }

    [Fact]
    public void Weights_come_back_as_they_were_written_and_other_files_are_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("claims"));
        var network = TriggerTrainer.Train(Examples(), Directions.Width, new() { Units = 16, Epochs = 2, Least = 1 });
        File.WriteAllBytes(folder.File("claims/a.triggers"), Bytes(network));
        var again = TriggerNetwork.Load(new(folder.Path));
        Assert.Equal(Bytes(network), Bytes(again!));
        Assert.Equal(Sentence(Read(network, Told), 0), Sentence(Read(again!, Told), 0));
        File.WriteAllBytes(folder.File("claims/a.triggers"), Bytes(network)[..^1]);
        Assert.Throws<InvalidDataException>(() => TriggerNetwork.Load(new(folder.Path)));
    }

    [Fact]
    public void Weights_that_are_not_there_leave_the_network_out()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(TriggerNetwork.Load(new(folder.Path)));
        var (scene, drafts) = Scene("France urged Italy to return to the talks.");
        Assert.NotEmpty(drafts);
        var without = new ClaimFeatures(scene, drafts).Of(drafts[0]).ToArray();
        var with = new ClaimFeatures(scene, drafts, Read(TriggerNetwork.Load(DataFolder.Shipped)!, scene)).Of(drafts[0]).ToArray();
        Assert.Equal(without, with[..without.Length]);
        Assert.Equal(without.Length + 5, with.Length);
    }

    [Fact]
    public void A_sentence_is_as_likely_as_one_of_its_words_at_least()
    {
        var reading = Read(TriggerNetwork.Load(DataFolder.Shipped)!, Told);
        for (var sentence = 0; sentence < 2; sentence++)
            for (var type = 0; type < TriggerNetwork.Types; type++)
                foreach (var token in reading.Words(sentence))
                    Assert.True(reading.Sentence(sentence, type) >= reading.Of(token)[type] - 1e-3);
    }

    [Fact]
    public void Words_are_judged_alike_whatever_is_judged_before_and_beside_them()
    {
        var network = TriggerNetwork.Load(DataFolder.Shipped)!;
        var scene = Scene(Told).Scene;
        var (forwards, backwards) = (Read(network, scene), Read(network, scene));
        var last = Sentence(backwards, 1);
        _ = Sentence(forwards, 0);
        Assert.Equal(last, Sentence(forwards, 1));
        var found = new double[8][];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => found[i] = Sentence(Read(network, scene), 0));
        Assert.All(found, odds => Assert.Equal(Sentence(forwards, 0), odds));
    }

    [Fact]
    public void What_the_network_says_of_a_draft_is_explained()
    {
        var document = SampleReader.Annotate("France urged Italy to return to the talks.");
        var reader = SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single();
        var drafts = reader.Explain(document, 0, new(DataFolder.Shipped), TestContext.Current.CancellationToken).Drafts;
        Assert.Contains(drafts.SelectMany(draft => draft.Features), feature => feature.Words.Contains("the network finds", StringComparison.Ordinal));
    }

    private const string Taught = """
        France urged Italy to leave. Norway begged Sweden to return. Spain asked Portugal to pay. Kenya told Uganda to wait. Egypt pressed Sudan to sign. Chile exhorted Peru to stop.
        The river runs to the sea. The hotel was built in the spring. The road is long. The house has a garden. The train left the station. The lake froze over.
        """;

    private static List<TriggerExample> Examples()
    {
        var document = SampleReader.Annotate(Taught);
        var sentences = SampleReader.Unscored.TriggerSentences(document);
        return [.. Enumerable.Range(0, 8).SelectMany(_ => sentences.Select((sentence, i) =>
        {
            var holds = new bool[TriggerNetwork.Types];
            holds[(int)ClaimType.Demand] = i < 6;
            return new TriggerExample(document, sentence, Directions, holds);
        }))];
    }

    private static (ClaimScene Scene, List<ClaimDraft> Drafts) Scene(string text)
    {
        var frames = FrameSet.Load(DataFolder.Shipped);
        var scene = new ClaimScene(SampleReader.Annotate(text), frames);
        var drafts = new List<ClaimDraft>();
        for (var token = 0; token < scene.Tokens.Length; token++)
            foreach (var (part, frame) in frames.Of(scene.Tokens[token].Lemma))
                if (FrameSet.Fits(part, scene.Tokens[token]) && FrameMatcher.Match(scene, frame, token) is { } draft) drafts.Add(draft);
        return (scene, drafts);
    }

    private static TriggerReading Read(TriggerNetwork network, string text) => Read(network, Scene(text).Scene);

    private static TriggerReading Read(TriggerNetwork network, ClaimScene scene) => new(new(network, Directions), scene, new(scene, NameClusters.Load(DataFolder.Shipped)));

    private static double[] Sentence(TriggerReading reading, int sentence) => [.. Enumerable.Range(0, TriggerNetwork.Types).Select(type => reading.Sentence(sentence, type))];

    private static byte[] Bytes(TriggerNetwork network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }
}
