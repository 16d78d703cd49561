using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>How far the words of a draft's sentence lean to its type, as features of the scorer.</summary>
/// <param name="model">Judges sentences.</param>
/// <param name="features">What it sees of them.</param>
internal sealed class SentenceLeaning(SentenceModel model, SentenceFeatures features)
{
    private const int Most = 12;
    private readonly Dictionary<int, List<int>> _sums = [];

    /// <summary>The step on which a sentence stands for a type: half log-odds from -3 to 3, counted from 0.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="type">The type.</param>
    public ulong Step(int sentence, ClaimType type)
    {
        if (!_sums.TryGetValue(sentence, out var sums)) _sums[sentence] = sums = model.Sums(features, sentence);
        return Step(SentenceModel.Probability(sums, (int)type));
    }

    /// <summary>The step of a probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    public static ulong Step(double probability)
    {
        var kept = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return (ulong)Math.Clamp((int)Math.Floor((Math.Log(kept / (1 - kept)) + 3) * 2), 0, Most);
    }

    /// <summary>The scorer's features for a draft of a type in a sentence on that step, and their templates with the values that they hash.</summary>
    /// <param name="type">The draft's type.</param>
    /// <param name="step">The step.</param>
    public static (int Template, ulong A, ulong B)[] Of(ClaimType type, ulong step) => [(45, step, 0), (46, (ulong)type + 1, step)];
}
