using System.Collections.Immutable;
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
        var network = TriggerTrainer.Train(Examples(), Directions, new() { Units = 16, Epochs = 30, Least = 1 });
        var reading = Read(network, "France implored Italy to leave. The bridge stands in the valley.");
        var demand = (int)ClaimType.Demand;
        Assert.True(reading.Sentence(0, demand) > 0, $"log-odds are {reading.Sentence(0, demand):0.00}");
        Assert.True(reading.Sentence(1, demand) < -1, $"log-odds are {reading.Sentence(1, demand):0.00}");
        // "implored" was not among what was learned from; its vector is like those of the verbs that were.
        Assert.DoesNotContain("implore", Taught, StringComparison.Ordinal);
        // The verb, or what it asks for: both stand in every sentence that tells a demand.
        Assert.Contains(reading.Likeliest(0, demand).Token, (int[])[1, 4]);
    }

    [Fact]
    public void Training_again_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var options = new TriggerOptions { Units = 16, Epochs = 2, Least = 1 };
        var examples = Examples();
        var first = Bytes(TriggerTrainer.Train(examples, Directions, options));
        Assert.Equal(first, Bytes(TriggerTrainer.Train(examples, Directions, options)));
        Assert.NotEqual(first, Bytes(TriggerTrainer.Train(examples, Directions, options with { Seed = 1 })));
    }

    [Fact]
    public void Weights_come_back_as_they_were_written_and_other_files_are_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("claims"));
        var network = TriggerTrainer.Train(Examples(), Directions, new() { Units = 16, Epochs = 2, Least = 1 });
        File.WriteAllBytes(folder.File("claims/a.triggers"), Bytes(network));
        var again = Assert.Single(TriggerNetwork.Load(new(folder.Path), Directions));
        Assert.Equal(Bytes(network), Bytes(again));
        // Numbers are rounded to eight bits.
        foreach (var (trained, loaded) in Sentence(Read(network, Told), 0).Zip(Sentence(Read(again, Told), 0))) Assert.Equal(trained, loaded, 0.05);
        File.WriteAllBytes(folder.File("claims/a.triggers"), Bytes(network)[..^1]);
        Assert.Throws<InvalidDataException>(() => TriggerNetwork.Load(new(folder.Path), Directions));
        File.WriteAllBytes(folder.File("claims/a.triggers"), [.. Bytes(network), 0]);
        Assert.Throws<InvalidDataException>(() => TriggerNetwork.Load(new(folder.Path), Directions));
        File.WriteAllBytes(folder.File("claims/a.triggers"), new byte[100]);
        Assert.Throws<InvalidDataException>(() => TriggerNetwork.Load(new(folder.Path), Directions));
    }

    [Fact]
    public void Weights_that_are_not_there_leave_the_network_out()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(TriggerNetwork.Load(new(folder.Path), Directions));
        var (scene, drafts) = Scene("France urged Italy to return to the talks.");
        Assert.NotEmpty(drafts);
        var without = new ClaimFeatures(scene, drafts).Of(drafts[0]).ToArray();
        var with = new ClaimFeatures(scene, drafts, Read(Shipped, scene)).Of(drafts[0]).ToArray();
        Assert.Equal(without, with[..without.Length]);
        Assert.Equal(without.Length + 7, with.Length);
    }

    [Fact]
    public void A_sentence_is_as_likely_as_one_of_its_words_at_least()
    {
        var reading = Read(Shipped, Told);
        var document = SampleReader.Annotate(Told);
        var judged = 0;
        for (var token = 0; token < document.Tokens.Length; token++)
        {
            var odds = reading.Of(token);
            var sentence = document.Sentences[0].EndToken <= token ? 1 : 0;
            if (!odds.IsEmpty) judged++;
            for (var type = 0; type < odds.Length; type++) Assert.True(reading.Sentence(sentence, type) >= Math.Max(odds[type], Calibration.Odds(0)) - 1e-3);
        }

        Assert.InRange(judged, 5, document.Tokens.Length - 1);
    }

    [Fact]
    public void A_sentence_is_judged_alike_whatever_stands_around_it_and_however_many_read()
    {
        var reader = new TriggerReader(Shipped);
        var (scene, drafts) = Scene(Told);
        var words = Enumerable.Range(0, 2).Select(sentence => new TriggerInputs(scene, Directions, drafts).Of(scene.Document.Sentences[sentence])).OrderByDescending(sentence => sentence.Length).ToArray();
        var (alone, together) = (Odds(reader, [words[1]])[0], Odds(reader, words)[1]);
        Assert.Equal(alone, together);
        var found = new float[8][];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => found[i] = Odds(reader, i % 2 == 0 ? words : [words[1]])[^1]);
        Assert.All(found, odds => Assert.Equal(alone, odds));
    }

    [Fact]
    public void Threads_that_meet_the_same_new_words_at_once_say_the_same()
    {
        var (scene, drafts) = Scene(Told);
        var words = Enumerable.Range(0, 2).Select(sentence => new TriggerInputs(scene, Directions, drafts).Of(scene.Document.Sentences[sentence])).OrderByDescending(sentence => sentence.Length).ToArray();
        var shipped = Shipped;
        var expected = Odds(new(shipped), words);
        for (var round = 0; round < 8; round++)
        {
            var (reader, found) = (new TriggerReader(shipped), new float[4][][]);
            Parallel.For(0, found.Length, i => found[i] = Odds(reader, words));
            Assert.All(found, odds => Assert.Equal(expected, odds));
        }
    }

    [Fact]
    public void Reading_and_training_work_out_the_same_but_for_rounding()
    {
        var network = Shipped[0];
        var (scene, drafts) = Scene(Told);
        var words = new TriggerInputs(scene, Directions, drafts).Of(scene.Document.Sentences[0]);
        var buffer = new TriggerBuffer();
        buffer.Begin([words], network);
        network.Run(buffer);
        foreach (var (read, trained) in Odds(new(network), [words])[0].Zip(buffer.Odds)) Assert.Equal(trained, read, 1e-2f);
    }

    [Fact]
    public void What_the_network_says_of_a_draft_is_explained()
    {
        var document = SampleReader.Annotate("France urged Italy to return to the talks.");
        var reader = SampleReader.Pipeline.Annotators.OfType<ClaimAnnotator>().Single();
        var drafts = reader.Explain(document, 0, new(DataFolder.Shipped), TestContext.Current.CancellationToken).Drafts;
        Assert.Contains(drafts.SelectMany(draft => draft.Features), feature => feature.Words.Contains("the network finds", StringComparison.Ordinal));
    }

    [Fact]
    public void Networks_that_are_asked_together_say_the_mean_of_what_each_says()
    {
        var options = new TriggerOptions { Units = 16, Epochs = 2, Least = 1 };
        var networks = new[] { 0, 1 }.Select(seed => TriggerTrainer.Train(Examples(), Directions, options with { Seed = seed })).ToArray();
        var (scene, drafts) = Scene(Told);
        TriggerWord[][] words = [new TriggerInputs(scene, Directions, drafts).Of(scene.Document.Sentences[0])];
        var (one, other, both) = (Odds(new(networks[0]), words)[0], Odds(new(networks[1]), words)[0], Odds(new([.. networks]), words)[0]);
        Assert.NotEqual(one, other);
        for (var i = 0; i < both.Length; i++) Assert.Equal((one[i] + other[i]) / 2, both[i], 1e-5f);
    }

    [Fact]
    public void Networks_of_one_file_are_read_one_after_the_other_and_must_be_alike()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("claims"));
        var options = new TriggerOptions { Units = 16, Epochs = 1, Least = 1 };
        var (first, second, wider) = (TriggerTrainer.Train(Examples(), Directions, options), TriggerTrainer.Train(Examples(), Directions, options with { Seed = 1 }), TriggerTrainer.Train(Examples(), Directions, options with { Units = 24 }));
        File.WriteAllBytes(folder.File("claims/a.triggers"), [.. Bytes(first), .. Bytes(second)]);
        Assert.Equal([Bytes(first), Bytes(second)], TriggerNetwork.Load(new(folder.Path), Directions).Select(Bytes));
        Assert.Throws<InvalidDataException>(() => new TriggerReader(first, wider));
    }

    private const string Taught = """
        France urged Italy to leave. Norway begged Sweden to return. Spain asked Portugal to pay. Kenya told Uganda to wait. Egypt pressed Sudan to sign. Chile exhorted Peru to stop.
        The river runs to the sea. The hotel was built in the spring. The road is long. The house has a garden. The train left the station. The lake froze over.
        """;

    private static List<TriggerExample> Examples()
    {
        var document = SampleReader.Annotate(Taught);
        var sentences = SampleReader.Unscored.TriggerWords(document);
        return [.. Enumerable.Range(0, 8).SelectMany(_ => sentences.Select((sentence, i) =>
        {
            var holds = new bool[TriggerNetwork.Types];
            holds[(int)ClaimType.Demand] = i < 6;
            return new TriggerExample(sentence, holds);
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

    private static ImmutableArray<TriggerNetwork> Shipped => TriggerNetwork.Load(DataFolder.Shipped, Directions);

    private static TriggerReading Read(TriggerNetwork network, string text) => Read([network], text);

    private static TriggerReading Read(ImmutableArray<TriggerNetwork> networks, string text) => Read(networks, Scene(text).Scene);

    private static TriggerReading Read(ImmutableArray<TriggerNetwork> networks, ClaimScene scene) => new(new(networks), scene, new(scene, Directions, []), _ => true);

    // By sentence, the odds of its words.
    private static float[][] Odds(TriggerReader reader, TriggerWord[][] sentences)
    {
        var odds = Array.Empty<float[]>();
        reader.Read(sentences, buffer => odds = [.. sentences.Select((words, i) => buffer.Odds.AsSpan(buffer.Batch.SentenceStart[i] * TriggerNetwork.Lanes, words.Length * TriggerNetwork.Lanes).ToArray())]);
        return odds;
    }

    private static double[] Sentence(TriggerReading reading, int sentence) => [.. Enumerable.Range(0, TriggerNetwork.Types).Select(type => reading.Sentence(sentence, type))];

    private static byte[] Bytes(TriggerNetwork network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }
}
