using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class SyntaxTraining
{
    [Fact]
    public void The_same_treebank_and_seed_give_the_same_bytes_on_any_number_of_threads()
    {
        Assert.Equal(Bytes(Model(7)), Bytes(Model(7, threads: 2)));
    }

    [Fact]
    public void A_model_learns_the_tags_and_lemmas_of_its_treebank()
    {
        var figures = SyntaxEvaluation.Run(new SyntaxAnnotator(Model(7)), TinyTreebank.Sentences.Take(3));
        Assert.Equal((1.0, 1.0, 1.0), (figures.Upos, figures.Xpos, figures.Lemmas));
    }

    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        var bytes = Bytes(Model(3));
        Assert.Equal(bytes, Bytes(SyntaxModel.Read(bytes)));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var bytes = Bytes(Model(3));
        Assert.Throws<InvalidDataException>(() => SyntaxModel.Read(bytes[..(bytes.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => SyntaxModel.Read([.. bytes.Reverse()]));
    }

    private static SyntaxModel Model(ulong seed, int threads = 1)
    {
        var file = Path.Combine(Path.GetTempPath(), $"rapporteur-{seed}-{Environment.CurrentManagedThreadId}.conllu");
        File.WriteAllText(file, TinyTreebank.Text);
        try
        {
            return SyntaxTrainer.Learn(
                new() { Treebanks = [file], Output = "", Seed = seed, Threads = threads, LeastCount = 1, Epochs = 400, BatchWords = 30, Rate = 0.01f, Embedding = 16, Width = 64, Layers = 2, TagLayer = 1, Arc = 16, Label = 16 }, null);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Bytes(SyntaxModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
