using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class GraphTraining
{
    [Fact]
    public void Gradients_agree_with_differences_of_the_loss()
    {
        var options = TinyGraphModel.Options(1, 1);
        List<List<TreebankSentence>> treebanks = [[.. TinyTreebank.Sentences], [.. TinyTreebank.Sentences.Take(1)]];
        var model = GraphVocabulary.Make(options, treebanks, TinyGraphModel.Vectors);
        var network = model.Network;
        var sentences = GraphVocabulary.Sentences(options, model, treebanks).OrderByDescending(sentence => sentence.Words.Length).ToArray();
        GraphLearner.Initialise(network, 3);
        var random = new SeededNumbers(8);
        foreach (ref var value in network.Parameters.Values.AsSpan()) value += random.Around(0.3f);
        var (gradient, work) = (new GraphGradient(network), new GraphWork(network));
        double Loss()
        {
            network.Refresh();
            gradient.Refresh();
            Mask(work, network.Shape, GraphLearner.Load(work, sentences));
            Array.Clear(work.Gradient);
            return gradient.Run(work, 1);
        }

        Loss();
        var exact = work.Gradient.ToArray();
        foreach (var parameter in network.Parameters.All)
        {
            var (wrong, tried) = (0, 0);
            for (var i = parameter.Start; i < parameter.Start + parameter.Length; i += Math.Max(1, parameter.Length / 20))
            {
                const float Step = 4e-3f;
                var value = network.Parameters.Values[i];
                network.Parameters.Values[i] = value + Step;
                var above = Loss();
                network.Parameters.Values[i] = value - Step;
                var below = Loss();
                network.Parameters.Values[i] = value;
                tried++;
                if (Math.Abs(((above - below) / (2 * Step)) - exact[i]) > 0.01 * (1 + Math.Abs(exact[i]))) wrong++;
            }

            // The hidden layers have a kink at zero, where a difference is no slope.
            Assert.True(wrong <= Math.Max(1, tried / 5), $"{parameter.Name}: {wrong} of {tried}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_thread_and_on_two()
    {
        var bytes = TinyGraphModel.Train(1, 3);
        Assert.Equal(bytes, TinyGraphModel.Train(1, 3));
        Assert.Equal(bytes, TinyGraphModel.Train(2, 3));
    }

    [Fact]
    public void A_model_learns_its_treebank_and_reads_back_as_it_was_written()
    {
        var bytes = TinyGraphModel.Train(1, 120);
        var model = GraphModel.Read(bytes);
        var reader = new GraphReader(model);
        var sentences = TinyTreebank.Sentences;
        var parses = reader.Read([.. sentences.Select(sentence => sentence.Words.Select(word => model.Describe(word.Form)).ToArray())]);
        for (var s = 0; s < sentences.Length; s++)
        {
            Assert.Equal(sentences[s].Words.Select(word => word.Head), parses[s].Heads);
            Assert.Equal(sentences[s].Words.Select(word => word.Relation), parses[s].Relations.Select(relation => model.Relations[relation]));
            Assert.Equal(sentences[s].Words.Select(word => word.Upos), parses[s].Tags.Select(tag => model.Upos[tag]));
            Assert.Equal(parses[s].Heads, reader.Read([[.. sentences[s].Words.Select(word => model.Describe(word.Form))]])[0].Heads);
        }

        Assert.Throws<InvalidDataException>(() => GraphModel.Read(bytes[..(bytes.Length / 2)]));
    }

    private static void Mask(GraphWork work, GraphShape shape, SentenceBatch batch)
    {
        var random = new SeededNumbers(77);
        float[] Some(int count)
        {
            var mask = new float[count];
            random.Drop(mask, 0.3);
            return mask;
        }

        var sentences = batch.Lengths.Length;
        work.Buffer.InputMasks = [.. Enumerable.Range(0, shape.Layers + 1).Select(layer => Some(sentences * shape.LayerInput(layer)))];
        work.Buffer.PastMasks = [.. Enumerable.Range(0, shape.Layers).Select(_ => new[] { Some(sentences * shape.Units), Some(sentences * shape.Units) })];
        work.Buffer.TagMask = Some(batch.Rows * shape.TagHidden);
        work.Buffer.RoleMask = Some(batch.Rows * shape.Roles);
    }
}
