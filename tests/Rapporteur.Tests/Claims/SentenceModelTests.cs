using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class SentenceModelTests
{
    [Fact]
    public void One_likely_word_is_enough_and_unlikely_ones_take_nothing_away()
    {
        var model = new SentenceModel(new Dictionary<ulong, double[]> { [7] = Row(ClaimType.Threat, 6) }, [.. Enumerable.Repeat(-4.0, SentenceModel.Types)]);
        var threat = (int)ClaimType.Threat;
        var alone = model.Probabilities([[7UL]])[threat];
        Assert.Equal(1 / (1 + Math.Exp(-2)), alone, 6);
        Assert.Equal(1 - ((1 - alone) * (1 - (1 / (1 + Math.Exp(4))))), model.Probabilities([[7UL], [8UL]])[threat], 6);
        Assert.Equal(1 / (1 + Math.Exp(4)), model.Probabilities([[7UL]])[(int)ClaimType.Offer], 6);
        Assert.Equal(0, model.Probabilities([])[threat]);
    }

    [Fact]
    public void Weights_come_back_as_they_were_written_and_other_files_are_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("claims"));
        var model = new SentenceModel(new Dictionary<ulong, double[]> { [9] = Row(ClaimType.Offer, 1.5), [3] = Row(ClaimType.Demand, -2) }, new double[SentenceModel.Types]);
        using (var file = File.Create(folder.File("claims/a.sentences"))) model.Save(file);
        var again = SentenceModel.Load(new(folder.Path));
        Assert.Equal(model.Probabilities([[9UL, 3UL], [3UL]]), again!.Probabilities([[9UL, 3UL], [3UL]]));
        File.WriteAllBytes(folder.File("claims/a.sentences"), File.ReadAllBytes(folder.File("claims/a.sentences"))[..^1]);
        Assert.Throws<InvalidDataException>(() => SentenceModel.Load(new(folder.Path)));
    }

    [Fact]
    public void What_tells_a_type_is_learned_from_sentences_in_which_its_place_is_not_marked()
    {
        // Feature 1 tells a demand, feature 2 an offer; others come and go.
        var random = new Random(3);
        var examples = Enumerable.Range(0, 400).Select(i =>
        {
            var holds = new bool[SentenceModel.Types];
            var words = Enumerable.Range(0, 5).Select(_ => new[] { 10 + (ulong)random.Next(20) }).ToList();
            if (i % 3 == 0) (holds[(int)ClaimType.Demand], words[random.Next(5)]) = (true, [1UL, 10 + (ulong)random.Next(20)]);
            if (i % 4 == 0) (holds[(int)ClaimType.Offer], words[random.Next(5)]) = (true, [2UL]);
            if (holds[(int)ClaimType.Demand] && !words.Any(w => w.Contains(1UL))) holds[(int)ClaimType.Demand] = false;
            return new SentenceExample(words, holds);
        }).ToList();
        var model = SentenceTrainer.Train(examples);
        var demand = (int)ClaimType.Demand;
        Assert.InRange(model.Probabilities([[11UL], [1UL], [12UL]])[demand], 0.6, 1);
        Assert.InRange(model.Probabilities([[11UL], [2UL], [12UL]])[demand], 0, 0.2);
        Assert.Equal(model.Probabilities([[1UL], [15UL]]), SentenceTrainer.Train(examples).Probabilities([[1UL], [15UL]]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 6)]
    [InlineData(0.8, 8)]
    [InlineData(1, 12)]
    public void Probabilities_become_steps_of_half_log_odds(double probability, ulong step) => Assert.Equal(step, SentenceLeaning.Step(probability));

    private static double[] Row(ClaimType type, double weight)
    {
        var row = new double[SentenceModel.Types];
        row[(int)type] = weight;
        return row;
    }
}
